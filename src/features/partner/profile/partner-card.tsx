import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { type PartnerForm, type PartnerProfile, partnerFormSchema } from '../../../data/partners/model.ts';
import { partnerMutations } from '../../../data/partners/queries.ts';
import type { Partnership } from '../../../data/programs/model.ts';
import { countriesByName } from '../../../i18n/countries-by-name.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { errorWords } from '../../../ui/error-words.ts';
import { FormError } from '../../../ui/form-error.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { announce } from '../../../ui/toast.ts';

type PartnerCardProps = {
  readonly partner: PartnerProfile;
  readonly partnership: Partnership;
  readonly isOwner: boolean;
};

/** Name and country are the owner's to change; type, code, tier and status are what the brand has agreed. */
export function PartnerCard({ partner, partnership, isOwner }: PartnerCardProps) {
  const { t } = useTranslation('profile');
  const { t: tc } = useTranslation();
  const format = useFormat();
  return (
    <Card title={t('partner')}>
      {isOwner ? (
        <PartnerFields partner={partner} />
      ) : (
        <>
          <p className="mb-3 text-ink-3">{t('only_owner')}</p>
          <Facts>
            <Fact name={t('partner_name')}>{partner.name}</Fact>
            <Fact name={t('country')}>{format.country(partner.country)}</Fact>
          </Facts>
        </>
      )}
      <div className="mt-5 border-t border-line pt-4">
        <Facts>
          <Fact name={t('code')}>{partnership.code}</Fact>
          <Fact name={t('type')}>{tc(`partner_type.${partnership.partner_type}`)}</Fact>
          <Fact name={t('status')}>{tc(`status.${partnership.status}`)}</Fact>
          {partnership.tier !== null && <Fact name={t('tier')}>{partnership.tier}</Fact>}
        </Facts>
      </div>
    </Card>
  );
}

function Facts({ children }: { readonly children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-6 gap-y-3">{children}</dl>;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd className="break-words font-medium">{children}</dd>
    </div>
  );
}

function PartnerFields({ partner }: { readonly partner: PartnerProfile }) {
  const { t, i18n } = useTranslation('profile');
  const { t: tc } = useTranslation();
  const saving = useMutation(partnerMutations.update(partner.id));
  const { register, handleSubmit, formState } = useForm<PartnerForm>({
    resolver: zodResolver(partnerFormSchema),
    defaultValues: { name: partner.name, country: partner.country },
  });
  const save = handleSubmit((form) => saving.mutate(form, { onSuccess: () => announce(tc('saved')) }));
  const nameWords = formState.errors.name?.type === 'too_big' ? 'partner_name_long' : 'partner_name_missing';
  return (
    <form onSubmit={save} noValidate className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t('partner_name')}
        autoComplete="organization"
        {...register('name')}
        error={formState.errors.name === undefined ? null : t(`${nameWords}`)}
      />
      <SelectField label={t('country')} {...register('country')}>
        {countriesByName(i18n.language).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <div className="sm:col-span-2">
        <FormError>{saving.error === null ? null : errorWords(saving.error, tc).title}</FormError>
        <Button type="submit" isBusy={saving.isPending}>
          {tc('save')}
        </Button>
      </div>
    </form>
  );
}
