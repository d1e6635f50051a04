import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format.ts';
import { AudienceCount, type AudienceSizeState } from './audience-count.tsx';
import { classes } from './classes.ts';
import { Segmented } from './segmented.tsx';

export type AudienceValue = {
  readonly audience: 'everyone' | 'segments';
  readonly segmentIds: readonly string[];
};

export type AudienceSegment = {
  readonly id: string;
  readonly name: string;
  /** How many active partners are in it. */
  readonly active: number;
};

type AudienceFieldProps = {
  readonly segments: readonly AudienceSegment[];
  readonly value: AudienceValue;
  readonly onChange: (value: AudienceValue) => void;
  readonly size: AudienceSizeState;
  /** What is above it when it is not "Who gets it": a page that asks the same of something else. */
  readonly legend?: string;
  readonly isDisabled?: boolean;
};

/** Whether the choice can be saved: "segments" means at least one. */
export function isAudienceComplete(value: AudienceValue): boolean {
  return value.audience === 'everyone' || value.segmentIds.length > 0;
}

/** Who gets something, as a sentence with the count beside it: everyone, or those in one of some segments. */
export function AudienceField({ segments, value, onChange, size, legend, isDisabled = false }: AudienceFieldProps) {
  const { t } = useTranslation('audience');
  const title = legend ?? t('legend');
  const isComplete = isAudienceComplete(value);
  return (
    <fieldset disabled={isDisabled} className="flex min-w-0 flex-col gap-3">
      <legend className="float-start mb-3 w-full text-base font-semibold">{title}</legend>
      <div className="clear-both flex flex-wrap items-center gap-x-6 gap-y-2">
        <Segmented
          label={title}
          value={value.audience}
          onChange={(audience) => onChange({ ...value, audience })}
          segments={[
            { value: 'everyone', label: t('kind.everyone') },
            { value: 'segments', label: t('kind.segments') },
          ]}
        />
        {isComplete && <AudienceCount size={size} />}
      </div>
      {value.audience === 'everyone' ? (
        <p className="text-ink-2">{t('everyone_body')}</p>
      ) : (
        <SegmentChoices segments={segments} value={value} onChange={onChange} />
      )}
    </fieldset>
  );
}

/** From so many on, a search stands above them. */
const MANY = 9;

type ChoicesProps = Pick<AudienceFieldProps, 'segments' | 'value' | 'onChange'>;

function SegmentChoices({ segments, value, onChange }: ChoicesProps) {
  const { t } = useTranslation('audience');
  const id = useId();
  const [text, setText] = useState('');
  if (segments.length === 0 && value.segmentIds.length === 0) return <p className="text-ink-2">{t('no_segments')}</p>;

  const word = text.trim().toLocaleLowerCase();
  const known = new Set(segments.map((segment) => segment.id));
  const gone = value.segmentIds.filter((segmentId) => !known.has(segmentId));
  const shown = segments.filter((segment) => segment.name.toLocaleLowerCase().includes(word));
  const toggle = (segmentId: string, isChosen: boolean) => {
    const others = value.segmentIds.filter((other) => other !== segmentId);
    onChange({ audience: 'segments', segmentIds: isChosen ? [...others, segmentId] : others });
  };
  return (
    <div className="flex flex-col gap-3">
      <p id={id} className="text-ink-2">
        {t('segments_body')}
      </p>
      {segments.length >= MANY && (
        <input
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.target.value)}
          className="field sm:max-w-80"
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset in the fieldset would be announced twice */}
      <div role="group" aria-labelledby={id} className="flex max-h-72 flex-wrap gap-2 overflow-auto p-0.5">
        {shown.map((segment) => (
          <SegmentChip
            key={segment.id}
            name={segment.name}
            active={segment.active}
            isChosen={value.segmentIds.includes(segment.id)}
            onToggle={(isChosen) => toggle(segment.id, isChosen)}
          />
        ))}
        {gone.map((segmentId) => (
          <SegmentChip key={segmentId} name={t('gone')} active={0} isChosen onToggle={() => toggle(segmentId, false)} />
        ))}
      </div>
      {shown.length === 0 && <p className="text-ink-2">{t('none_found')}</p>}
      {value.segmentIds.length === 0 && <p className="text-warn">{t('choose')}</p>}
    </div>
  );
}

type ChipProps = {
  readonly name: string;
  readonly active: number;
  readonly isChosen: boolean;
  readonly onToggle: (isChosen: boolean) => void;
};

function SegmentChip({ name, active, isChosen, onToggle }: ChipProps) {
  const format = useFormat();
  return (
    <label
      className={classes(
        'flex min-h-11 max-w-full cursor-pointer items-center gap-2 rounded-control border px-3 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-accent has-[:disabled]:cursor-default sm:min-h-9',
        isChosen ? 'border-accent bg-accent-soft' : 'border-line bg-surface hover:bg-soft',
      )}
    >
      <input
        type="checkbox"
        checked={isChosen}
        onChange={(event) => onToggle(event.target.checked)}
        className="size-4 shrink-0 accent-accent outline-none"
      />
      <span className="min-w-0">{name}</span>
      <span className="text-sm text-ink-2">{format.number(active)}</span>
    </label>
  );
}
