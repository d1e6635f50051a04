import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';

export type Choice = {
  readonly value: string;
  /** How many partners have it, where that is known. */
  readonly partners?: number;
};

type ChoiceListProps = {
  readonly choices: readonly Choice[];
  readonly nameOf: (value: string) => string;
  readonly values: readonly string[];
  /** Values that nobody has yet can be typed. */
  readonly isFree: boolean;
  readonly onChange: (values: readonly string[]) => void;
  readonly onDone: () => void;
};

const MANY = 8;
const LONGEST = 40;

/** Check boxes, with a search above them when there are many. */
export function ChoiceList({ choices, nameOf, values, isFree, onChange, onDone }: ChoiceListProps) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const [text, setText] = useState('');
  const word = text.trim();
  const named = choices.map((choice) => ({ ...choice, name: nameOf(choice.value) }));
  const shown = named
    .filter(({ name }) => name.toLocaleLowerCase().includes(word.toLocaleLowerCase()))
    .sort((one, other) => one.name.localeCompare(other.name, format.locale));
  const canAdd = isFree && word !== '' && !choices.some(({ value }) => value === word);
  const toggle = (value: string, isChosen: boolean) => {
    const others = values.filter((other) => other !== value);
    onChange(isChosen ? [...others, value] : others);
  };
  const handleAdd = () => {
    toggle(word, true);
    setText('');
  };
  return (
    <div className="flex flex-col gap-3">
      {(choices.length > MANY || isFree) && (
        <input
          type="search"
          aria-label={t('picker.search')}
          placeholder={t('picker.search')}
          value={text}
          maxLength={LONGEST}
          onChange={(event) => setText(event.target.value)}
          className="field"
        />
      )}
      <ul className="max-h-80 overflow-auto">
        {shown.map(({ value, name, partners }) => (
          <li key={value}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 hover:bg-soft">
              <input
                type="checkbox"
                checked={values.includes(value)}
                onChange={(event) => toggle(value, event.target.checked)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 grow">{name}</span>
              {partners !== undefined && (
                <span className="text-sm text-ink-3">
                  {t('picker.partners', { count: partners, value: format.number(partners) })}
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
      {shown.length === 0 && !canAdd && <p className="text-ink-2">{t('picker.none')}</p>}
      {canAdd && <Button onClick={handleAdd}>{t('picker.add', { value: word })}</Button>}
      <Button variant="primary" onClick={onDone}>
        {t('picker.done')}
      </Button>
    </div>
  );
}
