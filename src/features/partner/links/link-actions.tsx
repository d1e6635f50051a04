import { useMutation } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Pencil, QrCode } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { linkAddress } from '../../../data/links/address.ts';
import { linkRights, type PartnerLink } from '../../../data/links/model.ts';
import { linkMutations } from '../../../data/links/queries.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { IconButton } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { errorWords } from '../../../ui/error-words.ts';
import { announce, type ToastAction } from '../../../ui/toast.ts';
import { QrDialog } from '../qr-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { useLinkName } from './use-link-name.ts';

/** Copy, QR code, change, archive. Archiving can be undone, so it asks nothing. */
export function LinkActions({ link }: { readonly link: PartnerLink }) {
  const { t } = useTranslation('links');
  const name = useLinkName()(link);
  const { mayEdit } = linkRights(usePlace());
  const [open, setOpen] = useState<'qr' | 'edit' | null>(null);
  const url = linkAddress(link.code);
  const close = () => setOpen(null);
  const isArchived = link.archived_at !== null;
  return (
    <div className="flex justify-end gap-1">
      {!isArchived && (
        <>
          <CopyButton text={url} label={t('copy')} />
          <IconButton
            variant="quiet"
            label={t('qr', { name })}
            aria-haspopup="dialog"
            icon={<QrCode aria-hidden="true" size={18} />}
            onClick={() => setOpen('qr')}
          />
        </>
      )}
      {mayEdit && !isArchived && (
        <IconButton
          variant="quiet"
          label={t('change', { name })}
          aria-haspopup="dialog"
          icon={<Pencil aria-hidden="true" size={18} />}
          onClick={() => setOpen('edit')}
        />
      )}
      {mayEdit && !link.is_default && <ArchiveButton link={link} name={name} isArchived={isArchived} />}
      {open === 'qr' && <QrDialog url={url} name={link.code} onClose={close} />}
      {open === 'edit' && <LinkDialog link={link} onClose={close} />}
    </div>
  );
}

type ArchiveButtonProps = { readonly link: PartnerLink; readonly name: string; readonly isArchived: boolean };

function ArchiveButton({ link, name, isArchived }: ArchiveButtonProps) {
  const { t } = useTranslation('links');
  const { t: tc } = useTranslation();
  const archiving = useMutation(linkMutations.archive(usePlace()));
  // By promise: the row is gone from the list, and this component with it, when the answer has been worked in.
  const move = async (toArchive: boolean, words: string, undo: ToastAction | null) => {
    try {
      await archiving.mutateAsync({ id: link.id, isArchived: toArchive });
      announce(words, 'info', undo);
    } catch (error) {
      announce(errorWords(error, tc).title, 'error');
    }
  };
  const restore = () => void move(false, t('restored', { name }), null);
  const archive = () => void move(true, t('archived', { name }), { label: t('undo'), onPress: restore });
  const Icon = isArchived ? ArchiveRestore : Archive;
  return (
    <IconButton
      variant="quiet"
      isBusy={archiving.isPending}
      label={t(isArchived ? 'restore' : 'archive', { name })}
      icon={<Icon aria-hidden="true" size={18} />}
      onClick={isArchived ? restore : archive}
    />
  );
}
