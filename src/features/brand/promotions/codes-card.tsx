import { useInfiniteQuery } from '@tanstack/react-query';
import { FileUp, WandSparkles } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import type { PromotionDetail } from '../../../data/promotions/brand-model.ts';
import { brandPromotionQueries } from '../../../data/promotions/brand-queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { PageState } from '../../../ui/page-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { CodesExport } from './codes-export.tsx';
import { CodesFileDialog } from './codes-file-dialog.tsx';
import { CodesTable } from './codes-table.tsx';
import { PatternDialog } from './pattern-dialog.tsx';

type CodesCardProps = { readonly promotion: PromotionDetail; readonly canKeep: boolean };

/** The code of each partner and what came by it; made by a pattern or taken from a file. */
export function CodesCard({ promotion, canKeep }: CodesCardProps) {
  const { t } = useTranslation('promotions');
  const { program } = usePlace();
  const [text, setText] = useState('');
  const [open, setOpen] = useState<'pattern' | 'file' | null>(null);
  const search = useDeferredValue(text.trim());
  const query = useInfiniteQuery(brandPromotionQueries.codes(program.slug, promotion.id, search));
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const close = () => setOpen(null);
  return (
    <Card title={t('brand.codes')} isFlush aside={canKeep && <Makers onOpen={setOpen} />}>
      {promotion.codes > 0 && (
        <div className="px-4 pb-3 sm:px-5">
          <input
            type="search"
            aria-label={t('brand.find_code')}
            placeholder={t('brand.find_code')}
            value={text}
            maxLength={80}
            onChange={(event) => setText(event.target.value)}
            className="field w-full sm:max-w-80"
          />
        </div>
      )}
      <PageState query={query} skeleton={<Skeleton className="m-5 h-40" />}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={t(search === '' ? 'brand.no_codes' : 'brand.no_code_found')}>
              {search === '' && t('brand.no_codes_body')}
            </EmptyState>
          ) : (
            <>
              <CodesTable codes={rows} />
              <MoreRows shown={rows.length} query={query} />
              <CodesExport promotion={promotion} />
            </>
          )
        }
      </PageState>
      {open === 'pattern' && <PatternDialog promotion={promotion} onClose={close} />}
      {open === 'file' && <CodesFileDialog promotion={promotion} onClose={close} />}
    </Card>
  );
}

function Makers({ onOpen }: { readonly onOpen: (what: 'pattern' | 'file') => void }) {
  const { t } = useTranslation('promotions');
  return (
    <span className="flex flex-wrap gap-2">
      <Button size="dense" aria-haspopup="dialog" onClick={() => onOpen('pattern')}>
        <WandSparkles aria-hidden="true" size={16} />
        {t('brand.by_pattern')}
      </Button>
      <Button size="dense" aria-haspopup="dialog" onClick={() => onOpen('file')}>
        <FileUp aria-hidden="true" size={16} />
        {t('brand.by_file')}
      </Button>
    </span>
  );
}
