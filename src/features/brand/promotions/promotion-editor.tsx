import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { AudienceCard } from './audience-card.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { CreativesCard } from './creatives-card.tsx';
import { DatesCard } from './dates-card.tsx';
import { DeleteDraft } from './delete-draft.tsx';
import { OfferCard } from './offer-card.tsx';
import { useEditor } from './use-editor.ts';

type PromotionEditorProps = {
  readonly id: string | null;
  readonly stands: PromotionDetail | null;
  readonly canKeep: boolean;
};

/** Everything a person sets of a promotion; what was typed stays until it is stored. */
export function PromotionEditor({ id, stands, canKeep }: PromotionEditorProps) {
  const { t } = useTranslation('promotions');
  const { program } = usePlace();
  const editor = useEditor(id, stands);
  const { fields, change, faults, saving } = editor;
  const part = { fields, change, faults };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        editor.save();
      }}
      aria-label={t('brand.one')}
    >
      {!canKeep && <Notice title={t('brand.read_only')} />}
      <fieldset
        disabled={!canKeep}
        className="grid min-w-0 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
      >
        <legend className="sr-only">{t('brand.one')}</legend>
        <OfferCard {...part} />
        <div className="flex min-w-0 flex-col gap-4">
          <DatesCard {...part} zone={program.time_zone} />
          <AudienceCard {...part} />
          <CreativesCard {...part} />
        </div>
      </fieldset>
      {canKeep && (
        <div className="mt-4 flex flex-col gap-3">
          {editor.theirs !== null && <ConflictNotice editor={editor} theirs={editor.theirs} />}
          {saving.error !== null && editor.theirs === null && <ErrorNotice error={saving.error} />}
          {faults.length > 0 && (
            <p role="alert" className="text-loss">
              {t('brand.mend', { count: faults.length })}
            </p>
          )}
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" variant="primary" isBusy={saving.isPending}>
              {t(stands === null ? 'brand.create' : 'brand.save')}
            </Button>
            {stands?.state === 'draft' && <DeleteDraft promotion={stands} />}
            <p className="text-ink-3">{t(fields.prepare === '' ? 'brand.stays_draft' : 'brand.goes_out')}</p>
          </div>
        </div>
      )}
    </form>
  );
}
