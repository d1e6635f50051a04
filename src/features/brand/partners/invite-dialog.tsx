import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { InviteFile } from './invite-file.tsx';
import { InviteOne } from './invite-one.tsx';

/** One partner by hand, or many by a file. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('partners');
  const [way, setWay] = useState<'one' | 'file'>('one');
  return (
    <Dialog title={t('invite.title')} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <Segmented
          label={t('invite.way')}
          value={way}
          onChange={setWay}
          segments={[
            { value: 'one', label: t('invite.one') },
            { value: 'file', label: t('invite.many') },
          ]}
        />
        {way === 'one' ? <InviteOne onClose={onClose} /> : <InviteFile onClose={onClose} />}
      </div>
    </Dialog>
  );
}
