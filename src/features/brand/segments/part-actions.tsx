import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Path, QueryActions } from 'react-querybuilder';
import { IconButton } from '../../../ui/button.tsx';
import { partName, useFocusTurn } from './focus-turn.ts';

type PartActionsProps = {
  readonly id: string | undefined;
  readonly parentId: string | undefined;
  readonly path: Path;
  readonly kind: 'condition' | 'group';
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly actions: QueryActions;
};

/** "2.1" for the first part of the second part of the rule. */
export const positionOf = (path: Path): string => path.map((index) => index + 1).join('.');

/** Move a condition or a group within the rule, also into and out of groups, or take it away. */
export function PartActions({ id, parentId, path, kind, isFirst, isLast, actions }: PartActionsProps) {
  const { t } = useTranslation('segments');
  const turn = useFocusTurn(id);
  const at = positionOf(path);
  const what = t(`builder.${kind}`, { at });
  const move = (direction: 'up' | 'down') => {
    turn.current = { id: id ?? '', part: direction };
    actions.moveRule(path, direction);
  };
  const handleRemove = () => {
    turn.current = { id: parentId ?? '', part: 'add' };
    if (kind === 'group') actions.onGroupRemove(path);
    else actions.onRuleRemove(path);
  };
  const common = { variant: 'quiet', size: 'dense', className: 'sm:w-9' } as const;
  return (
    <div className="ms-auto flex shrink-0">
      <IconButton
        {...common}
        label={t('builder.up', { what })}
        icon={<ArrowUp aria-hidden="true" size={16} />}
        data-part={partName(id, 'up')}
        disabled={isFirst}
        onClick={() => move('up')}
      />
      <IconButton
        {...common}
        label={t('builder.down', { what })}
        icon={<ArrowDown aria-hidden="true" size={16} />}
        data-part={partName(id, 'down')}
        disabled={isLast}
        onClick={() => move('down')}
      />
      <IconButton
        {...common}
        label={t(`builder.remove_${kind}`, { at })}
        icon={<X aria-hidden="true" size={16} />}
        onClick={handleRemove}
      />
    </div>
  );
}
