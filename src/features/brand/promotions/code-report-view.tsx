import { useTranslation } from 'react-i18next';
import type { CodeReport } from '../../../data/promotions/brand-model.ts';
import { useFormat } from '../../../i18n/use-format.ts';

const SHOWN = 50;

/** What would become of codes: how many, some of them, and each that cannot be made with its reason. */
export function CodeReportView({ report }: { readonly report: CodeReport }) {
  const { t } = useTranslation('promotions');
  const format = useFormat();
  const made = report.made + (report.left ?? 0);
  const counts = [
    t('brand.would_make', { count: made, value: format.number(made) }),
    ...(report.kept > 0 ? [t('brand.would_keep', { count: report.kept, value: format.number(report.kept) })] : []),
    ...(report.refused > 0
      ? [t('brand.would_refuse', { count: report.refused, value: format.number(report.refused) })]
      : []),
  ];
  return (
    <div role="status" className="flex flex-col gap-3">
      <ul>
        {counts.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {report.sample.length > 0 && (
        <ul className="rounded-control bg-soft px-3 py-2 text-sm">
          {report.sample.map(({ code, partner_name }) => (
            <li key={code} className="flex flex-wrap justify-between gap-x-4">
              <span className="font-semibold wrap-anywhere">{code}</span>
              <span className="text-ink-2">{partner_name}</span>
            </li>
          ))}
        </ul>
      )}
      {report.issues.length > 0 && (
        <details open>
          <summary className="min-h-6 cursor-pointer">{t('brand.issues', { count: report.issues.length })}</summary>
          <ul className="mt-1 max-h-60 overflow-auto text-sm text-ink-2">
            {report.issues.slice(0, SHOWN).map((issue) => (
              <li key={issue.line} className="wrap-anywhere">
                {t('brand.issue', { line: format.number(issue.line), code: issue.code, partner: issue.partner_code })}{' '}
                {t(`brand.refusal.${issue.reason}`)}
              </li>
            ))}
          </ul>
          {report.issues.length > SHOWN && (
            <p className="text-sm text-ink-3">{t('brand.issues_more', { count: report.issues.length - SHOWN })}</p>
          )}
        </details>
      )}
    </div>
  );
}
