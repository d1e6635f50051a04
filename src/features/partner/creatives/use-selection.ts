import { useRef, useState } from 'react';
import type { Asset } from '../../../data/creatives/model.ts';

export type Selection = {
  readonly assets: readonly Asset[];
  readonly has: (id: string) => boolean;
  /** With Shift everything between the last one and this one goes along. */
  readonly onSelect: (asset: Asset, isSelected: boolean, isRange: boolean) => void;
  readonly onReplace: (assets: readonly Asset[]) => void;
};

/** Chosen creatives by id, in the order they were chosen; they stay chosen while filters change. */
export function useSelection(shown: readonly Asset[]): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Asset>>(new Map());
  const last = useRef<string | null>(null);
  const onSelect = (asset: Asset, isSelected: boolean, isRange: boolean) => {
    const [from, to] = [shown.findIndex(({ id }) => id === last.current), shown.findIndex(({ id }) => id === asset.id)];
    const meant = isRange && from >= 0 ? shown.slice(Math.min(from, to), Math.max(from, to) + 1) : [asset];
    last.current = asset.id;
    setChosen((before) => {
      const next = new Map(before);
      for (const one of meant) {
        if (isSelected) next.set(one.id, one);
        else next.delete(one.id);
      }
      return next;
    });
  };
  return {
    assets: [...chosen.values()],
    has: (id) => chosen.has(id),
    onSelect,
    onReplace: (assets) => setChosen(new Map(assets.map((asset) => [asset.id, asset]))),
  };
}
