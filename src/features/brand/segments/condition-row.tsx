import { useTranslation } from 'react-i18next';
import type { RuleType } from 'react-querybuilder';
import {
  COMPARISONS,
  isFigureField,
  isListField,
  LIST_OPERATORS,
  RULE_FIELDS,
  TAG_OPERATORS,
} from '../../../data/segments/rule.ts';
import { classes } from '../../../ui/classes.ts';
import { InlineSelect } from '../../../ui/select-field.tsx';
import { ConditionValue } from './condition-value.tsx';
import { isComplete } from './draft-rule.ts';
import { partName, useFocusTurn } from './focus-turn.ts';
import type { PartProps } from './group-block.tsx';
import { PartActions, positionOf } from './part-actions.tsx';
import { COMPARISON_WORDS } from './rule-words.ts';

type ConditionRowProps = PartProps & {
  readonly condition: RuleType;
  /** "and" or "or" before all but the first. */
  readonly join: string | null;
};

/** One condition: what is looked at, how it is compared, and with what. */
export function ConditionRow({ condition, join, path, parentId, actions, isFirst, isLast }: ConditionRowProps) {
  const { t } = useTranslation('segments');
  useFocusTurn(condition.id);
  const at = positionOf(path);
  return (
    <fieldset
      className={classes(
        'flex min-w-0 flex-wrap items-start gap-1 rounded-control sm:flex-nowrap',
        !isComplete(condition) && 'border-s-2 border-warn ps-2',
      )}
    >
      <legend className="sr-only">{t('builder.condition', { at })}</legend>
      <div className="flex min-w-0 grow basis-full flex-wrap items-start gap-2 sm:basis-0">
        {join !== null && <span className="flex min-h-11 items-center text-ink-2 sm:min-h-9">{join}</span>}
        <InlineSelect
          className="max-w-full field-sizing-content"
          label={t('builder.field')}
          value={condition.field}
          data-part={partName(condition.id, 'field')}
          onChange={(event) => actions.onPropChange('field', event.target.value, path)}
        >
          {RULE_FIELDS.map((field) => (
            <option key={field} value={field}>
              {t(`field.${field}`)}
            </option>
          ))}
        </InlineSelect>
        <OperatorSelect condition={condition} onChange={(value) => actions.onPropChange('operator', value, path)} />
        <ConditionValue condition={condition} onChange={(value) => actions.onPropChange('value', value, path)} />
      </div>
      <PartActions
        id={condition.id}
        kind="condition"
        path={path}
        parentId={parentId}
        actions={actions}
        isFirst={isFirst}
        isLast={isLast}
      />
    </fieldset>
  );
}

type OperatorSelectProps = { readonly condition: RuleType; readonly onChange: (operator: string) => void };

function OperatorSelect({ condition, onChange }: OperatorSelectProps) {
  const options = useOperators(condition.field);
  const { t } = useTranslation('segments');
  return (
    <InlineSelect
      className="max-w-full field-sizing-content"
      label={t('builder.operator')}
      value={condition.operator}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </InlineSelect>
  );
}

function useOperators(field: string): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useTranslation('segments');
  if (isListField(field)) return LIST_OPERATORS.map((value) => ({ value, label: t(`operator.${value}`) }));
  if (field === 'tags') return TAG_OPERATORS.map((value) => ({ value, label: t(`operator.${value}`) }));
  // Of a figure zero is what is asked for most: exactly stands first.
  const order = isFigureField(field) ? COMPARISONS.toReversed() : COMPARISONS;
  return order.map((value) => ({ value, label: t(`operator.${COMPARISON_WORDS[value]}`) }));
}
