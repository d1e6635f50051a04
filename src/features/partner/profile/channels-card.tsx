import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CHANNEL_KINDS, type Channel, type PartnerProfile } from '../../../data/partners/model.ts';
import { partnerMutations } from '../../../data/partners/queries.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { errorWords } from '../../../ui/error-words.ts';
import { announce } from '../../../ui/toast.ts';
import { ChannelForm } from './channel-form.tsx';

type ChannelsCardProps = { readonly partner: PartnerProfile; readonly isOwner: boolean };

/** Where the partner promotes. Removing can be undone, so it asks nothing. */
export function ChannelsCard({ partner, isOwner }: ChannelsCardProps) {
  const { t } = useTranslation('profile');
  return (
    <Card title={t('channels')}>
      <p className="mb-3 text-ink-3">{t('channels_hint')}</p>
      {partner.channels.length === 0 ? (
        <p className="text-ink-2">{t('channels_none')}</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {partner.channels.map((channel) => (
            <ChannelRow key={channel.id} channel={channel} partnerId={partner.id} isOwner={isOwner} />
          ))}
        </ul>
      )}
      {isOwner && <ChannelForm partnerId={partner.id} />}
    </Card>
  );
}

type ChannelRowProps = { readonly channel: Channel; readonly partnerId: string; readonly isOwner: boolean };

function ChannelRow({ channel, partnerId, isOwner }: ChannelRowProps) {
  const { t } = useTranslation('profile');
  const { t: tc } = useTranslation();
  const removing = useMutation(partnerMutations.removeChannel(partnerId));
  const adding = useMutation(partnerMutations.addChannel(partnerId));
  const kind = CHANNEL_KINDS.find((one) => one === channel.kind) ?? 'site';

  const complain = (error: Error) => announce(errorWords(error, tc).title, 'error');
  const putBack = () => adding.mutate({ kind, url: channel.url }, { onError: complain });
  const handleRemove = () =>
    removing.mutate(channel.id, {
      onSuccess: () => announce(t('channel_removed'), 'info', { label: t('undo'), onPress: putBack }),
      onError: complain,
    });

  return (
    <li className="flex min-h-12 items-center gap-3 py-1">
      <a
        href={channel.url}
        target="_blank"
        rel="noreferrer"
        className="group flex min-h-11 min-w-0 grow flex-col justify-center leading-tight"
      >
        <span className="truncate font-medium group-hover:underline">{channel.url.replace(/^https?:\/\//, '')}</span>
        <span className="text-sm text-ink-3">{t(`kind_${kind}`)}</span>
      </a>
      {isOwner && (
        <IconButton
          variant="quiet"
          label={t('channel_remove', { url: channel.url })}
          icon={<Trash2 aria-hidden="true" size={16} />}
          isBusy={removing.isPending}
          onClick={handleRemove}
        />
      )}
    </li>
  );
}
