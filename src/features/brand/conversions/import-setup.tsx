import { useTranslation } from 'react-i18next';
import { demoMapping, genericMapping, missingFields } from '../../../data/conversions/presets.ts';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { ColumnFields } from './import-columns.tsx';
import type { Phase, Reading } from './import-flow.ts';
import { FormatFields } from './import-format.tsx';
import { ProblemNotice } from './import-problem.tsx';
import { ReadingFields } from './import-reading.tsx';
import { SampleTable } from './import-sample.tsx';
import type { ImportSession } from './import-session.ts';

const PRESETS = ['demo', 'generic', 'own'] as const;

type ImportSetupProps = { readonly phase: Extract<Phase, { name: 'setup' }>; readonly session: ImportSession };

/** How the file is read: everything is filled in by what was found, and can be changed. */
export function ImportSetup({ phase, session }: ImportSetupProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { reading, problem, error } = phase;
  const { inspection, mapping } = reading;
  const missing = missingFields(mapping);
  const hasOtherEncoding = inspection.format.encoding !== inspection.detected.encoding;
  return (
    <div className="flex flex-col gap-4">
      {problem !== null && <ProblemNotice problem={problem} />}
      {error !== null && <ErrorNotice error={error} onRetry={() => session.check(reading)} />}
      <Card title={reading.name} aside={t('setup.size', { size: format.number(Math.ceil(reading.size / 1024)) })}>
        <FormatFields
          format={inspection.format}
          detected={inspection.detected}
          onChange={(changed) => void session.inspect(reading, changed)}
        />
        {hasOtherEncoding && (
          <div className="mt-4">
            <Notice tone="warn">
              {t('setup.other_encoding', { encoding: t(`encoding.${inspection.detected.encoding}`) })}
            </Notice>
          </div>
        )}
        <SampleTable headers={inspection.headers} samples={inspection.samples} columns={mapping.columns} />
      </Card>
      <Card title={t('setup.columns')} aside={<PresetChoice reading={reading} session={session} />}>
        {/* A preset that fits needs no second look; it opens by itself where something is missing. */}
        <details open={missing.length > 0 || problem !== null || mapping.preset === 'own'}>
          <summary className="min-h-9 py-1 text-ink-2">{t('setup.change_columns')}</summary>
          <div className="mt-3">
            <ColumnFields
              headers={inspection.headers}
              mapping={mapping}
              onChange={(changed) => session.changeMapping(reading, changed)}
            />
            <ReadingFields mapping={mapping} onChange={(changed) => session.changeMapping(reading, changed)} />
          </div>
        </details>
      </Card>
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="primary" disabled={missing.length > 0} onClick={() => void session.check(reading)}>
          {t('setup.check')}
        </Button>
        <Button onClick={() => session.startOver()}>{t('other_file')}</Button>
        <p className="text-ink-2">
          {missing.length > 0
            ? t('setup.missing', { columns: format.list(missing.map((field) => t(`field.${field}`))) })
            : t('setup.check_hint')}
        </p>
      </div>
    </div>
  );
}

function PresetChoice({ reading, session }: { readonly reading: Reading; readonly session: ImportSession }) {
  const { t } = useTranslation('import');
  const { program } = usePlace();
  const { headers, samples } = reading.inspection;
  const mappingOf = {
    demo: () => demoMapping(),
    generic: () => genericMapping(headers, samples, program.time_zone),
    own: () => ({ ...reading.mapping, preset: 'own' as const }),
  };
  return (
    <Segmented
      label={t('preset.label')}
      value={reading.mapping.preset}
      segments={PRESETS.map((preset) => ({ value: preset, label: t(`preset.${preset}`) }))}
      onChange={(preset) => session.changeMapping(reading, mappingOf[preset]())}
    />
  );
}
