import { useId, useState } from 'react';
import { useFormat } from '../../../i18n/use-format.ts';
import { type Currency, decimalText, parseMoneyText, toMinor } from '../../../lib/money.ts';

type MoneyInputProps = {
  readonly label: string;
  /** Minor units; null while what is typed is no amount. */
  readonly value: number | null;
  readonly currency: Currency;
  readonly fault: string;
  readonly onChange: (value: number | null) => void;
};

/** The mark that the reader's language sets between units and minor units. */
function decimalMarkOf(locale: string): '.' | ',' {
  return (1.5).toLocaleString(locale).includes(',') ? ',' : '.';
}

/** An amount in the program's currency, typed and read exactly. */
export function MoneyInput({ label, value, currency, fault, onChange }: MoneyInputProps) {
  const id = useId();
  const decimalMark = decimalMarkOf(useFormat().locale);
  const [text, setText] = useState(
    value === null ? '' : decimalText(toMinor(value), currency.exponent).replace('.', decimalMark),
  );
  const read = (typed: string): number | null => {
    const amount = parseMoneyText(typed, currency.exponent, { decimalMark, excessDigits: 'refuse' });
    return amount.ok ? amount.minor : null;
  };
  const isWrong = read(text) === null;
  const handleChange = (typed: string) => {
    setText(typed);
    onChange(read(typed));
  };
  return (
    <span className="inline-flex flex-col">
      <span className="flex items-center gap-2">
        <input
          type="text"
          inputMode="decimal"
          aria-label={label}
          aria-invalid={isWrong || undefined}
          aria-describedby={isWrong ? id : undefined}
          value={text}
          onChange={(event) => handleChange(event.target.value)}
          className="field w-28 text-end sm:min-h-9 sm:py-1"
        />
        <span className="text-ink-2">{currency.code}</span>
      </span>
      {isWrong && (
        <span id={id} role="alert" className="text-sm text-loss">
          {fault}
        </span>
      )}
    </span>
  );
}
