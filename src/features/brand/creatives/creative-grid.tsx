import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Creative } from '../../../data/creatives/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { MoreRows } from '../../../ui/more-rows.tsx';
import { CreativeTile } from './creative-tile.tsx';

type CreativeGridProps = {
  readonly creatives: readonly Creative[];
  readonly query: ComponentProps<typeof MoreRows>['query'];
  readonly canEdit: boolean;
  readonly onOpen: (creatives: readonly Creative[]) => void;
};

/** The creatives, and what to do with those that are chosen. */
export function CreativeGrid({ creatives, query, canEdit, onOpen }: CreativeGridProps) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  // What a refresh has changed is chosen as it is now; what it took away is not chosen any more.
  const chosen = creatives.filter(({ id }) => ids.has(id));
  const select = (id: string, isSelected: boolean) =>
    setIds((before) => {
      const next = new Set(before);
      if (isSelected) next.add(id);
      else next.delete(id);
      return next;
    });
  return (
    <div className="flex flex-col gap-4">
      {canEdit && (
        <Choice
          chosen={chosen}
          all={creatives}
          onOpen={onOpen}
          onReplace={(some) => setIds(new Set(some.map(({ id }) => id)))}
        />
      )}
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {creatives.map((creative) => (
          <CreativeTile
            key={creative.id}
            creative={creative}
            isSelected={ids.has(creative.id)}
            onSelect={canEdit ? (isSelected) => select(creative.id, isSelected) : null}
            onOpen={() => onOpen([creative])}
          />
        ))}
      </ul>
      <MoreRows shown={creatives.length} query={query} />
    </div>
  );
}

type ChoiceProps = {
  readonly chosen: readonly Creative[];
  readonly all: readonly Creative[];
  readonly onOpen: (creatives: readonly Creative[]) => void;
  readonly onReplace: (creatives: readonly Creative[]) => void;
};

function Choice({ chosen, all, onOpen, onReplace }: ChoiceProps) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const count = chosen.length;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-2">
      {count > 0 && (
        <>
          <Button variant="primary" size="dense" onClick={() => onOpen(chosen)}>
            {t('details.edit', { count, value: format.number(count) })}
          </Button>
          <Button variant="quiet" size="dense" onClick={() => onReplace([])}>
            {t('select_none')}
          </Button>
        </>
      )}
      {count < all.length && (
        <Button size="dense" onClick={() => onReplace(all)}>
          {t('select_shown', { count: all.length, value: format.number(all.length) })}
        </Button>
      )}
    </div>
  );
}
