import { InlineSelect } from '../../../ui/select-field.tsx';

type OptionFilterProps<Value extends string> = {
  readonly label: string;
  /** What the choice of none is called. */
  readonly every: string;
  readonly value: Value | null;
  readonly options: readonly Value[];
  readonly nameOf: (value: Value) => string;
  readonly onChange: (value: Value | null) => void;
};

export function OptionFilter<Value extends string>({
  label,
  every,
  value,
  options,
  nameOf,
  onChange,
}: OptionFilterProps<Value>) {
  const handleChange = (text: string) => onChange(options.find((option) => option === text) ?? null);
  return (
    <InlineSelect
      label={label}
      value={value ?? ''}
      className="w-full sm:w-auto sm:max-w-60"
      onChange={(event) => handleChange(event.target.value)}
    >
      <option value="">{every}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {nameOf(option)}
        </option>
      ))}
    </InlineSelect>
  );
}
