import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { TwoVersions } from '../../../ui/two-versions.tsx';
import type { Editor } from './use-editor.ts';

type ConflictNoticeProps = { readonly editor: Editor; readonly theirs: PromotionDetail };

/** Somebody else was faster. Both stay until a person says which one holds. */
export function ConflictNotice({ editor, theirs }: ConflictNoticeProps) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const { program } = usePlace();
  return (
    <div role="alert">
      <TwoVersions
        title={t('brand.conflict')}
        keepMine={{ label: t('brand.keep_mine'), onPress: editor.keepMine }}
        takeTheirs={{ label: t('brand.take_theirs'), onPress: editor.takeTheirs }}
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
      </TwoVersions>
    </div>
  );
}
