import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleType } from 'react-querybuilder';
import { currencyOf } from '../../../data/programs/model.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { isFigureField, MOST_DAYS } from '../../../data/segments/rule.ts';
import { ChoicePicker } from './choice-picker.tsx';
import { MoneyInput } from './money-input.tsx';
import { NumberInput } from './number-input.tsx';

type ConditionValueProps = { readonly condition: RuleType; readonly onChange: (value: unknown) => void };

/** The half of a condition that depends on its field: values to choose, a number, or an amount, and days. */
export function ConditionValue({ condition, onChange }: ConditionValueProps) {
  const { t } = useTranslation('segments');
  const { field, value } = condition;
  if (isFigureField(field)) return <FigureValue key={field} field={field} value={value} onChange={onChange} />;
  if (field === 'tenure') {
    return (
      <Unit after={t('builder.days_unit', { count: 2 })}>
        <NumberInput
          label={t('builder.tenure')}
          value={typeof value === 'number' ? value : null}
          least={0}
          most={100_000}
          fault={t('builder.number_missing')}
          onChange={onChange}
        />
      </Unit>
    );
  }
  const values: unknown[] = Array.isArray(value) ? value : [];
  return <ChoicePicker field={field} values={values.filter((one) => typeof one === 'string')} onChange={onChange} />;
}

/** What stands before and after an input, as in a sentence. */
function Unit({ after, children }: { readonly after: string; readonly children: ReactNode }) {
  return (
    <span className="flex items-center gap-2">
      {children}
      <span className="text-ink-2">{after}</span>
    </span>
  );
}

const numberOf = (value: unknown, name: 'number' | 'days'): number | null => {
  if (typeof value !== 'object' || value === null) return null;
  const part: unknown = Reflect.get(value, name);
  return typeof part === 'number' ? part : null;
};

type FigureValueProps = {
  readonly field: 'conversions' | 'revenue' | 'earnings';
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

function FigureValue({ field, value, onChange }: FigureValueProps) {
  const { t } = useTranslation('segments');
  const currency = currencyOf(usePlace().program);
  const number = numberOf(value, 'number');
  const days = numberOf(value, 'days');
  const change = (part: object) => onChange({ number, days, ...part });
  return (
    <span className="flex flex-wrap items-center gap-2">
      {field === 'conversions' ? (
        <NumberInput
          label={t('builder.number')}
          value={number}
          least={0}
          most={1_000_000_000}
          fault={t('builder.number_missing')}
          onChange={(next) => change({ number: next })}
        />
      ) : (
        <MoneyInput
          label={t('builder.amount', { currency: currency.code })}
          value={number}
          currency={currency}
          fault={t('builder.money_missing')}
          onChange={(next) => change({ number: next })}
        />
      )}
      <Unit after={t('builder.days_unit', { count: days ?? 2 })}>
        <span className="text-ink-2">{t('builder.in_the_last')}</span>
        <NumberInput
          label={t('builder.days')}
          value={days}
          least={1}
          most={MOST_DAYS}
          fault={t('builder.days_missing')}
          onChange={(next) => change({ days: next })}
        />
      </Unit>
    </span>
  );
}
