import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { partnerTypeSchema } from '../../../data/programs/model.ts';
import { useAddress } from '../../../data/programs/place.ts';
import type { Choices } from '../../../data/segments/model.ts';
import { segmentQueries } from '../../../data/segments/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { type Choice, ChoiceList } from './choice-list.tsx';
import { useRuleWords } from './rule-words.ts';

type ChoicePickerProps = {
  readonly field: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
};

const isChosenFrom = (field: string): field is keyof Choices =>
  field === 'country' || field === 'language' || field === 'tier' || field === 'tags';

/** What can be chosen for a field: what partners have, and what is chosen already though nobody has it any more. */
function choicesFor(field: string, values: readonly string[], known: Choices | undefined): Choice[] {
  const found: Choice[] = isChosenFrom(field) ? [...(known?.[field] ?? [])] : [];
  if (field === 'type') found.push(...partnerTypeSchema.options.map((value) => ({ value })));
  // Partners in another status are in no audience.
  if (field === 'status') found.push({ value: 'active' }, { value: 'paused' });
  const gone = values.filter((value) => !found.some((choice) => choice.value === value));
  return [...found, ...gone.map((value) => ({ value }))];
}

/** The values of a condition: a button that says them, and a list to choose from. */
export function ChoicePicker({ field, values, onChange }: ChoicePickerProps) {
  const { t } = useTranslation('segments');
  const { program } = useAddress();
  const words = useRuleWords();
  const known = useQuery({ ...segmentQueries.choices(program), enabled: isChosenFrom(field) });
  const [isOpen, setIsOpen] = useState(false);
  const named = values.map((value) => words.value(field, value)).join(', ');
  // The query builder hands on any field that its list of fields holds, and this one is made of the same words.
  const title = t(`field.${field as 'type'}`);
  return (
    <>
      <Button
        size="dense"
        aria-haspopup="dialog"
        aria-label={`${title}: ${named === '' ? t('builder.choose_values') : named}`}
        className="min-w-0 max-w-full shrink justify-between border-edge font-normal"
        onClick={() => setIsOpen(true)}
      >
        <span className="truncate">{named === '' ? t('builder.choose_values') : named}</span>
        <ChevronDown aria-hidden="true" size={16} className="shrink-0" />
      </Button>
      {isOpen && (
        <Dialog title={title} onClose={() => setIsOpen(false)}>
          <ChoiceList
            choices={choicesFor(field, values, known.data)}
            nameOf={(value) => words.value(field, value)}
            values={values}
            isFree={field === 'tier' || field === 'tags'}
            onChange={onChange}
            onDone={() => setIsOpen(false)}
          />
        </Dialog>
      )}
    </>
  );
}
