import { useTranslation } from 'react-i18next';
import { FIELDS, type FileProblem, LIMITS } from '../../../data/conversions/model.ts';
import { useFormat } from '../../../i18n/use-format.ts';
import { Notice } from '../../../ui/notice.tsx';

/** Why a file cannot be imported: what was found where, and what to do. Nothing of it was imported. */
export function ProblemNotice({ problem }: { readonly problem: FileProblem }) {
  const { t } = useTranslation('import');
  const words = useProblemWords();
  return (
    <Notice tone="loss" title={t(`problem.${problem.code}.title`)}>
      {t(`problem.${problem.code}.body`, words(problem))} {t('problem.nothing_imported')}
    </Notice>
  );
}

/** What the sentences may name; each uses what it needs. */
function useProblemWords() {
  const { t } = useTranslation('import');
  const format = useFormat();
  return ({ code, detail }: FileProblem) => {
    const megabytes = Math.ceil((Number(detail) / 1024 / 1024) * 10) / 10;
    return {
      detail: code === 'missing_columns' ? columnNames(detail, (field) => t(`field.${field}`)) : detail,
      size: format.number(code === 'too_large' ? megabytes : 0),
      most_megabytes: format.number(LIMITS.bytes / 1024 / 1024),
      most_rows: format.number(LIMITS.rows),
      bad: format.number(code === 'too_many_bad_lines' ? Number(detail) : 0),
    };
  };
}

/** Fields without a column are named in the reader's words, absent columns as the file calls them. */
function columnNames(detail: string, fieldName: (field: (typeof FIELDS)[number]) => string): string {
  const names = detail.split(', ').map((name) => {
    const field = FIELDS.find((known) => known === name);
    return field === undefined ? name : fieldName(field);
  });
  return names.join(', ');
}
