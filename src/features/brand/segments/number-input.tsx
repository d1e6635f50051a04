import { useId, useState } from 'react';
import { classes } from '../../../ui/classes.ts';

type NumberInputProps = {
  readonly label: string;
  /** Null while what is typed is no such number. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly fault: string;
  readonly onChange: (value: number | null) => void;
};

function read(text: string, least: number, most: number): number | null {
  if (!/^\d{1,10}$/.test(text.trim())) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** A whole number in a sentence. What is typed stays as it is, also when it is wrong. */
export function NumberInput({ label, value, least, most, fault, onChange }: NumberInputProps) {
  const id = useId();
  const [text, setText] = useState(value === null ? '' : String(value));
  const isWrong = read(text, least, most) === null;
  const handleChange = (typed: string) => {
    setText(typed);
    onChange(read(typed, least, most));
  };
  return (
    <span className="inline-flex flex-col">
      <input
        type="text"
        inputMode="numeric"
        aria-label={label}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? id : undefined}
        value={text}
        onChange={(event) => handleChange(event.target.value)}
        className={classes('field w-20 text-end sm:min-h-9 sm:py-1')}
      />
      {isWrong && (
        <span id={id} role="alert" className="text-sm text-loss">
          {fault}
        </span>
      )}
    </span>
  );
}
