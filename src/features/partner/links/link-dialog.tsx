import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { linkAddress } from '../../../data/links/address.ts';
import { type LinkForm, linkFormSchema, type PartnerLink, siteHost } from '../../../data/links/model.ts';
import { linkMutations } from '../../../data/links/queries.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { Button } from '../../../ui/button.tsx';
import { CodeCopy } from '../../../ui/code-copy.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { errorDetail, errorWords } from '../../../ui/error-words.ts';
import { FormError } from '../../../ui/form-error.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { announce } from '../../../ui/toast.ts';

type LinkDialogProps = {
  /** Null makes a new one. */
  readonly link: PartnerLink | null;
  readonly onClose: () => void;
};

/** Makes or changes a link; a new one is shown at once, ready to copy. What was typed stays until it is stored. */
export function LinkDialog({ link, onClose }: LinkDialogProps) {
  const { t } = useTranslation('links');
  const [made, setMade] = useState<string | null>(null);
  const handleSaved = (code: string) => {
    announce(t(link === null ? 'made' : 'changed'));
    if (link === null) setMade(code);
    else onClose();
  };
  return (
    <Dialog title={t(link === null ? 'make' : 'change_title')} onClose={onClose}>
      {made === null ? (
        <Form link={link} onSaved={handleSaved} />
      ) : (
        <div className="flex flex-col gap-4">
          <p className="text-ink-2">{t('ready')}</p>
          <CodeCopy code={linkAddress(made)} label={t('copy')} />
          <Button onClick={onClose}>{t('done')}</Button>
        </div>
      )}
    </Dialog>
  );
}

type FormProps = { readonly link: PartnerLink | null; readonly onSaved: (code: string) => void };

function Form({ link, onSaved }: FormProps) {
  const { t } = useTranslation('links');
  const { t: tc } = useTranslation();
  const place = usePlace();
  const { site_url: site } = place.program;
  // The same id for every try: one whose answer was lost makes no second link.
  const [id] = useState(() => link?.id ?? crypto.randomUUID());
  const saving = useMutation(link === null ? linkMutations.add(place) : linkMutations.change(place));
  const { register, handleSubmit, formState } = useForm<LinkForm>({
    resolver: zodResolver(linkFormSchema(site)),
    defaultValues: { destination: link?.destination ?? site, name: link?.name ?? '' },
  });
  const save = handleSubmit((form) => saving.mutate({ id, ...form }, { onSuccess: onSaved }));
  const host = siteHost(site);
  const fault = formState.errors.destination?.message;
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-4">
      <TextField
        label={t('destination')}
        type="url"
        inputMode="url"
        autoComplete="off"
        hint={t('destination_hint', { site: host })}
        {...register('destination')}
        error={fault === undefined ? null : t(fault === 'site' ? 'not_on_site' : 'no_address', { site: host })}
      />
      <TextField
        label={t('name')}
        maxLength={80}
        autoComplete="off"
        hint={t('name_hint')}
        {...register('name')}
        error={formState.errors.name === undefined ? null : t('name_long')}
      />
      <FormError>
        {saving.error === null ? null : (errorDetail(saving.error) ?? errorWords(saving.error, tc).title)}
      </FormError>
      <Button type="submit" variant="primary" isBusy={saving.isPending}>
        {link === null ? t('make_it') : tc('save')}
      </Button>
    </form>
  );
}
