import { useTranslation } from 'react-i18next';
import { linkAddress } from '../../../data/links/address.ts';
import type { PartnerPage } from '../../../data/partners/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Card } from '../../../ui/card.tsx';
import { CodeCopy } from '../../../ui/code-copy.tsx';
import { Line } from './standing-card.tsx';

/** Who they are, where they promote, their link and, while the partnership is active, their people. */
export function ProfileCard({ page }: { readonly page: PartnerPage }) {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  const format = useFormat();
  const { partner, link } = page;
  return (
    <Card title={t('profile')}>
      <div className="flex flex-col gap-4">
        <dl className="flex flex-col gap-2">
          <Line label={t('column.type')}>{core(`partner_type.${partner.type}`)}</Line>
          <Line label={t('column.country')}>{format.country(partner.country)}</Line>
          <Line label={t('column.code')}>{partner.code}</Line>
          <Line label={t('column.joined')}>{format.day(partner.joined_on)}</Line>
        </dl>
        {link !== null && (
          <div>
            <p className="mb-1 text-ink-3">{t('link')}</p>
            <CodeCopy code={linkAddress(link.code)} label={t('copy_link')} />
            {link.others > 0 && (
              <p className="mt-1 text-sm text-ink-3">
                {t('other_links', { count: link.others, value: format.number(link.others) })}
              </p>
            )}
          </div>
        )}
        <Channels channels={partner.channels} />
        <Team team={partner.team} />
      </div>
    </Card>
  );
}

function Channels({ channels }: { readonly channels: PartnerPage['partner']['channels'] }) {
  const { t } = useTranslation('partners');
  return (
    <div>
      <h3 className="font-medium">{t('channels')}</h3>
      {channels.length === 0 && <p className="text-ink-3">{t('no_channels')}</p>}
      <ul>
        {channels.map(({ url }) => (
          <li key={url}>
            <a
              href={url}
              target="_blank"
              rel="noreferrer noopener nofollow"
              className="inline-flex min-h-11 items-center wrap-anywhere sm:min-h-9 text-accent hover:underline"
            >
              {url.replace(/^https?:\/\//, '')}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Team({ team }: { readonly team: PartnerPage['partner']['team'] }) {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  return (
    <div>
      <h3 className="font-medium">{t('team')}</h3>
      {team === null && <p className="text-ink-3">{t('team_hidden')}</p>}
      {team?.length === 0 && <p className="text-ink-3">{t('team_none')}</p>}
      <ul className="divide-y divide-line">
        {team?.map((member) => (
          <li key={member.id} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <span className="min-w-0 wrap-anywhere">
              {member.name === '' ? member.email : member.name}
              {member.name !== '' && <span className="block text-sm text-ink-3">{member.email}</span>}
            </span>
            <span className="text-ink-2">{core(`role.${member.role}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
