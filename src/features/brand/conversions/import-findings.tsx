import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../../../data/programs/place.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { toCsv } from '../../../lib/csv.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { fileNameOf, saveCsv } from '../../../ui/save-file.ts';
import type { Finding } from './import-counts.ts';
import { useFindingWords } from './import-words.ts';

const FINDINGS_A_PAGE = 50;

const columnOf = (finding: Finding) => (finding.kind === 'malformed' ? finding.error.column : null);
const cellOf = (finding: Finding) => (finding.kind === 'malformed' ? finding.error.value : null);
const idOf = (finding: Finding) => (finding.kind === 'row' ? finding.issue.external_id : null);

type FindingsProps = { readonly fileName: string; readonly findings: readonly Finding[] };

/** Every line that does not simply go in, by number and reason, and the whole list as a file. */
export function FindingsCard({ fileName, findings }: FindingsProps) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const words = useFindingWords();
  const [shown, setShown] = useState(FINDINGS_A_PAGE);
  const columns: Column<Finding>[] = [
    {
      id: 'line',
      header: t('findings.line'),
      cell: (finding) => t('findings.line_number', { line: format.number(finding.line) }),
    },
    { id: 'what', header: t('findings.what'), cell: words },
    { id: 'where', header: t('findings.where'), cell: (finding) => columnOf(finding) ?? idOf(finding) ?? '–' },
    { id: 'value', header: t('findings.value'), cell: (finding) => <Value text={cellOf(finding)} /> },
  ];
  return (
    <Card
      isFlush
      title={t('findings.title', { count: findings.length, value: format.number(findings.length) })}
      aside={<SaveFindings fileName={fileName} findings={findings} />}
    >
      <DataTable
        caption={t('findings.caption')}
        columns={columns}
        rows={findings.slice(0, shown)}
        rowKey={(finding) => `${String(finding.line)} ${finding.kind}`}
      />
      {findings.length > shown && (
        <div className="px-4 pb-4 sm:px-5">
          <Button size="dense" onClick={() => setShown(shown + FINDINGS_A_PAGE)}>
            {t('findings.more', { shown: format.number(shown), all: format.number(findings.length) })}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Value({ text }: { readonly text: string | null }) {
  if (text === null || text === '') return '–';
  return <code className="text-sm break-all">{text}</code>;
}

function SaveFindings({ fileName, findings }: FindingsProps) {
  const { t } = useTranslation('import');
  const words = useFindingWords();
  const { program } = usePlace();
  const handleSave = () => {
    const header = [
      t('findings.line'),
      t('findings.what'),
      t('findings.column'),
      t('findings.value'),
      t('field.external_id'),
    ];
    const rows = findings.map((finding) => {
      return [finding.line, words(finding), columnOf(finding), cellOf(finding), idOf(finding)];
    });
    const name = fileNameOf(
      [program.slug, fileName.replace(/\.\w+$/, ''), t('findings.file'), String(findings.length)],
      'csv',
    );
    saveCsv(name, toCsv(header, rows));
  };
  return (
    <Button size="dense" onClick={handleSave}>
      <Download aria-hidden="true" size={16} />
      {t('findings.save')}
    </Button>
  );
}
