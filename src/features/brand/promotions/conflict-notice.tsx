import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Editor } from './use-editor.ts';

type ConflictNoticeProps = { readonly editor: Editor; readonly theirs: PromotionDetail };

/** Somebody else was faster. Both stay until a person says which one holds. */
export function ConflictNotice({ editor, theirs }: ConflictNoticeProps) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const { program } = usePlace();
  return (
    <div role="alert">
      <Notice
        tone="warn"
        title={t('brand.conflict')}
        action={
          <div className="flex flex-wrap gap-2">
            <Button size="dense" onClick={editor.keepMine}>
              {t('brand.keep_mine')}
            </Button>
            <Button size="dense" onClick={editor.takeTheirs}>
              {t('brand.take_theirs')}
            </Button>
          </div>
        }
      >
        <p>{t('brand.conflict_body', { time: format.asOf(theirs.updated_at, program.time_zone) })}</p>
        <details className="mt-1">
          <summary>{t('brand.show_theirs')}</summary>
          <div className="mt-2 border-s-2 border-line ps-3">
            <p className="font-semibold">{theirs.name}</p>
            <p>{theirs.offer}</p>
            <p className="whitespace-pre-line">{theirs.brief}</p>
            <p className="whitespace-pre-line">{theirs.terms}</p>
          </div>
        </details>
      </Notice>
    </div>
  );
}
