import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CHANNEL_KINDS, type ChannelForm as Channel, channelFormSchema } from '../../../data/partners/model.ts';
import { partnerMutations } from '../../../data/partners/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { errorWords } from '../../../ui/error-words.ts';
import { FormError } from '../../../ui/form-error.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { announce } from '../../../ui/toast.ts';

/** One more channel; what was typed stays until it is stored. */
export function ChannelForm({ partnerId }: { readonly partnerId: string }) {
  const { t } = useTranslation('profile');
  const { t: tc } = useTranslation();
  const adding = useMutation(partnerMutations.addChannel(partnerId));
  const { register, handleSubmit, reset, formState } = useForm<Channel>({
    resolver: zodResolver(channelFormSchema),
    defaultValues: { kind: 'site', url: '' },
  });
  const add = handleSubmit((form) =>
    adding.mutate(form, {
      onSuccess: () => {
        reset({ kind: form.kind, url: '' });
        announce(t('channel_added'));
      },
    }),
  );
  const refusal = adding.error === null ? null : refusalWords(adding.error);
  return (
    <form onSubmit={add} noValidate className="mt-4 grid gap-4 border-t border-line pt-4 sm:grid-cols-[10rem_1fr]">
      <SelectField label={t('channel_kind')} {...register('kind')}>
        {CHANNEL_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind_${kind}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('channel_url')}
        type="url"
        inputMode="url"
        placeholder="https://"
        {...register('url')}
        error={formState.errors.url === undefined ? null : t('channel_url_bad')}
      />
      <div className="sm:col-span-2">
        <FormError>{refusal}</FormError>
        <Button type="submit" isBusy={adding.isPending}>
          {t('channel_add')}
        </Button>
      </div>
    </form>
  );

  function refusalWords(error: Error): string {
    const isKnown = 'code' in error && error.code === 'conflict';
    return isKnown ? t('channel_known') : errorWords(error, tc).title;
  }
}
