import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isRuleGroup, type RuleGroupProps, type RuleGroupType } from 'react-querybuilder';
import { MOST_DEPTH } from '../../../data/segments/rule.ts';
import { Button } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { InlineSelect } from '../../../ui/select-field.tsx';
import { ConditionRow } from './condition-row.tsx';
import { newCondition, newGroup } from './draft-rule.ts';
import { partName, useFocusTurn } from './focus-turn.ts';
import { PartActions, positionOf } from './part-actions.tsx';

/** What both kinds of parts are handed: where they stand, and how to change the rule. */
export type PartProps = Pick<RuleGroupProps, 'path' | 'actions'> & {
  readonly parentId: string | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
};

type GroupBlockProps = PartProps & { readonly group: RuleGroupType };

/** A group of conditions and groups: how they belong together, and what can be added. */
export function GroupBlock({ group, path, parentId, actions, isFirst, isLast }: GroupBlockProps) {
  const { t } = useTranslation('segments');
  const isRoot = path.length === 0;
  const name = isRoot ? t('builder.root') : t('builder.group', { at: positionOf(path) });
  return (
    <fieldset className={classes('min-w-0', !isRoot && 'rounded-control border border-line bg-ground p-3')}>
      <legend className="sr-only">{name}</legend>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <InlineSelect
          className="max-w-full field-sizing-content"
          label={t('builder.combinator')}
          value={group.combinator}
          onChange={(event) => actions.onPropChange('combinator', event.target.value, path)}
        >
          <option value="and">{t('builder.and')}</option>
          <option value="or">{t('builder.or')}</option>
        </InlineSelect>
        <label className="flex min-h-11 items-center gap-2 text-ink-2 sm:min-h-9">
          <input
            type="checkbox"
            checked={group.not === true}
            onChange={(event) => actions.onPropChange('not', event.target.checked, path)}
            className="size-4 shrink-0 accent-accent"
          />
          {t('builder.not')}
        </label>
        {!isRoot && (
          <PartActions
            id={group.id}
            kind="group"
            path={path}
            parentId={parentId}
            actions={actions}
            isFirst={isFirst}
            isLast={isLast}
          />
        )}
      </div>
      <GroupParts group={group} path={path} actions={actions} />
      <GroupFoot group={group} path={path} actions={actions} name={name} />
    </fieldset>
  );
}

function GroupParts({ group, path, actions }: Pick<GroupBlockProps, 'group' | 'path' | 'actions'>) {
  const { t } = useTranslation('segments');
  const isRoot = path.length === 0;
  return (
    <ul className="mt-1 flex flex-col gap-2">
      {group.rules.map((part, index) => {
        const place = {
          path: [...path, index],
          actions,
          parentId: group.id,
          // Within a group the way up and down leads out of it.
          isFirst: isRoot && index === 0,
          isLast: isRoot && index === group.rules.length - 1,
        };
        const word = t(group.combinator === 'or' ? 'builder.join_or' : 'builder.join_and');
        const join = index === 0 ? null : word;
        return (
          <li key={part.id} className="flex flex-col gap-2">
            {isRuleGroup(part) ? (
              <>
                {join !== null && <span className="text-ink-2">{join}</span>}
                <GroupBlock group={part} {...place} />
              </>
            ) : (
              <ConditionRow condition={part} join={join} {...place} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

type GroupFootProps = Pick<GroupBlockProps, 'group' | 'path' | 'actions'> & { readonly name: string };

function GroupFoot({ group, path, actions, name }: GroupFootProps) {
  const { t } = useTranslation('segments');
  const turn = useFocusTurn(group.id);
  const isEmpty = group.rules.length === 0;
  const handleCondition = () => {
    const condition = newCondition();
    turn.current = { id: condition.id ?? '', part: 'field' };
    actions.onRuleAdd(condition, path);
  };
  const handleGroup = () => {
    const made = newGroup();
    turn.current = { id: made.rules[0]?.id ?? '', part: 'field' };
    actions.onGroupAdd(made, path);
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-1">
      {isEmpty && (
        <p className={classes('w-full', path.length === 0 ? 'text-ink-2' : 'text-warn')}>
          {t(path.length === 0 ? 'builder.everybody' : 'builder.empty_group')}
        </p>
      )}
      <Button
        variant="quiet"
        size="dense"
        data-part={partName(group.id, 'add')}
        aria-label={t('builder.add_condition_to', { group: name })}
        onClick={handleCondition}
      >
        <Plus aria-hidden="true" size={16} />
        {t('builder.add_condition')}
      </Button>
      {path.length < MOST_DEPTH - 1 && (
        <Button
          variant="quiet"
          size="dense"
          aria-label={t('builder.add_group_to', { group: name })}
          onClick={handleGroup}
        >
          <Plus aria-hidden="true" size={16} />
          {t('builder.add_group')}
        </Button>
      )}
    </div>
  );
}
