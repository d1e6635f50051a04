import { useTranslation } from 'react-i18next';
import { FIELDS, type Mapping } from '../../../data/conversions/model.ts';

type SampleTableProps = {
  readonly headers: readonly string[];
  readonly samples: readonly string[][];
  readonly columns: Mapping['columns'];
};

/** The first lines as they are read, with what each column is taken for: wrong signs show at once. */
export function SampleTable({ headers, samples, columns }: SampleTableProps) {
  const { t } = useTranslation('import');
  const meaning = (header: string) => FIELDS.find((field) => columns[field] === header);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className="mt-5 overflow-x-auto border-t border-line pt-4" aria-label={t('sample.caption')} tabIndex={0}>
      <table className="text-sm">
        <caption className="mb-2 text-start text-ink-3">{t('sample.caption')}</caption>
        <thead>
          <tr>
            {headers.map((header, at) => {
              const field = meaning(header);
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity than their place
                <th key={at} scope="col" className="pe-5 pb-2 text-start align-top font-medium whitespace-nowrap">
                  {header}
                  <span className="block font-normal text-ink-3">
                    {field === undefined ? t('sample.left_out') : t(`field.${field}`)}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {samples.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity than their place
            <tr key={row} className="border-t border-line">
              {headers.map((header, at) => (
                <td
                  key={`${header} ${String(at)}`}
                  className="max-w-56 truncate py-1.5 pe-5 whitespace-nowrap text-ink-2"
                >
                  {cells[at] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
