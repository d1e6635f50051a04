import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownPeek } from '../../../data/invitations/model.ts';
import { logoUrl } from '../../../data/programs/logo-url.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { BrandMark } from '../../../ui/brand-mark.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useLead } from './use-lead.ts';

type InviteFrameProps = { readonly peek: KnownPeek; readonly children: ReactNode };

/** Who invites, to what and until when, in the brand's look; the way in stands below. */
export function InviteFrame({ peek, children }: InviteFrameProps) {
  const { t } = useTranslation('invite');
  const { t: tc } = useTranslation();
  const format = useFormat();
  const lead = useLead();
  const { program, role, partner_type, expires_at } = peek;
  return (
    <main id="content" className="mx-auto flex min-h-dvh max-w-lg flex-col justify-center px-4 py-8">
      <p className="mb-6 flex items-center gap-3 font-semibold">
        <BrandMark name={program?.name ?? tc('app_name')} logoUrl={logoUrl(program?.logo_path ?? null)} />
        {program?.name ?? tc('app_name')}
      </p>
      <PageHeader title={t('title')} meta={lead(peek)} />
      <dl className="mb-5 flex flex-wrap gap-x-8 gap-y-2">
        {role !== null && <Fact name={t('role')}>{tc(`role.${role}`)}</Fact>}
        {peek.kind === 'partner' && partner_type !== null && (
          <Fact name={t('type')}>{tc(`partner_type.${partner_type}`)}</Fact>
        )}
        <Fact name={t('until')}>{format.instant(expires_at)}</Fact>
      </dl>
      {children}
    </main>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="font-medium">{children}</dd>
    </div>
  );
}
