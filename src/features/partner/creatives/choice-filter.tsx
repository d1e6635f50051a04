import { ChevronDown, X } from 'lucide-react';
import { type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '../../../data/creatives/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { IconButton } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';

type ChoiceFilterProps = {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
};

/** A button that opens a list of checkboxes; what is chosen stands on it, with a way to take it back. */
export function ChoiceFilter({ label, choices, chosen, nameOf, onChange }: ChoiceFilterProps) {
  const { t } = useTranslation('creatives');
  const format = useFormat();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useOutside(frame, isOpen, () => setIsOpen(false));
  const isChosen = chosen.length > 0;
  const gone = chosen.filter((value) => choices.every((choice) => choice.value !== value));
  const shown = [...choices, ...gone.map((value) => ({ value, creatives: 0 }))];
  const handleToggle = (value: string, isOn: boolean) =>
    onChange(isOn ? [...chosen, value] : chosen.filter((other) => other !== value));
  if (shown.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside
    <div
      ref={frame}
      className={classes(
        'relative inline-flex max-w-full items-center rounded-control border',
        isChosen ? 'border-accent-soft bg-accent-soft text-accent' : 'border-line bg-surface',
      )}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        setIsOpen(false);
        frame.current?.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        className="inline-flex min-h-11 min-w-0 items-center gap-1.5 rounded-control px-3 font-medium sm:min-h-9"
      >
        <span className="truncate">
          {isChosen ? t('filter.chosen', { label, values: chosen.map(nameOf).join(', ') }) : label}
        </span>
        <ChevronDown aria-hidden="true" size={16} className="shrink-0" />
      </button>
      {isChosen && (
        <IconButton
          variant="quiet"
          size="dense"
          label={t('filter.drop', { label })}
          icon={<X aria-hidden="true" size={16} />}
          onClick={() => {
            onChange([]);
            frame.current?.querySelector('button')?.focus();
          }}
        />
      )}
      <fieldset
        id={id}
        hidden={!isOpen}
        className="absolute top-full left-0 z-20 mt-1 max-h-80 w-max max-w-[80vw] min-w-52 overflow-auto rounded-card border border-line bg-surface p-2 text-ink shadow-card"
      >
        <legend className="sr-only">{label}</legend>
        {shown.map(({ value, creatives }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2 hover:bg-soft sm:min-h-9"
          >
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => handleToggle(value, event.target.checked)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="grow">{nameOf(value)}</span>
            <span className="text-ink-3">{format.number(creatives)}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** Calls once something outside is pressed, or the focus leaves. */
function useOutside(frame: RefObject<HTMLElement | null>, isOn: boolean, onLeave: () => void): void {
  const leave = useEffectEvent(onLeave);
  useEffect(() => {
    if (!isOn) return;
    const handle = (event: Event) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) leave();
    };
    document.addEventListener('pointerdown', handle);
    document.addEventListener('focusin', handle);
    return () => {
      document.removeEventListener('pointerdown', handle);
      document.removeEventListener('focusin', handle);
    };
  }, [frame, isOn]);
}
