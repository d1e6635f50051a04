import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InviteeReason } from '../../../data/invitations/model.ts';
import { invitationMutations } from '../../../data/invitations/queries.ts';
import { TYPES } from '../../../data/partners/brand-model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { announce } from '../../../ui/toast.ts';
import { InviteError } from './invite-error.tsx';

const tagsIn = (text: string): string[] =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

/** An address and a type; the rest is only suggested, or the brand's own order. */
export function InviteOne({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('partners');
  const { t: core } = useTranslation();
  const { program } = useAddress();
  const inviting = useMutation(invitationMutations.partners(program));
  const [form, setForm] = useState({ email: '', type: 'affiliate', name: '', tier: '', tags: '' });
  const [reason, setReason] = useState<InviteeReason | 'no_email' | null>(null);
  const set = (field: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value });

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    setReason(null);
    const email = form.email.trim();
    if (email === '') {
      setReason('no_email');
      return;
    }
    const row = {
      email,
      partner_type: form.type,
      ...(form.name.trim() !== '' && { name: form.name.trim() }),
      ...(form.tier.trim() !== '' && { tier: form.tier.trim() }),
      ...(form.tags.trim() !== '' && { tags: tagsIn(form.tags) }),
    };
    inviting.mutate([row], {
      onSuccess: (report) => {
        const [first] = report.rows;
        if (first !== undefined && first.fate !== 'invited') {
          setReason(first.reason ?? 'bad_email');
          return;
        }
        announce(t(`mail.${report.mail}`), report.mail === 'sent' ? 'info' : 'error');
        onClose();
      },
    });
  };

  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-4" noValidate>
      <TextField
        label={t('invite.email')}
        type="email"
        autoComplete="off"
        value={form.email}
        maxLength={320}
        error={reason === null ? null : t(`invitee_reason.${reason}`)}
        onChange={set('email')}
      />
      <SelectField label={t('column.type')} value={form.type} onChange={set('type')}>
        {TYPES.map((type) => (
          <option key={type} value={type}>
            {core(`partner_type.${type}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('invite.name')}
        hint={t('invite.name_hint')}
        value={form.name}
        maxLength={120}
        onChange={set('name')}
      />
      <div className="grid grid-cols-2 gap-4">
        <TextField label={t('invite.tier')} value={form.tier} maxLength={40} onChange={set('tier')} />
        <TextField label={t('invite.tags')} value={form.tags} maxLength={400} onChange={set('tags')} />
      </div>
      <InviteError error={inviting.error} />
      <Button type="submit" variant="primary" isBusy={inviting.isPending}>
        {t('invite.submit')}
      </Button>
    </form>
  );
}
