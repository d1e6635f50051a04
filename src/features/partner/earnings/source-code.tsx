import { Link } from 'react-router';
import type { BreakdownRow } from '../../../data/insights/partner-model.ts';

type SourceCodeProps = { readonly code: string; readonly promotion: BreakdownRow['promotion'] };

/** A code; that of a promotion leads there. */
export function SourceCode({ code, promotion }: SourceCodeProps) {
  if (promotion === null) return code;
  return (
    <Link
      to={`../promotions/${promotion.id}`}
      title={promotion.name}
      className="inline-flex min-h-11 items-center underline decoration-edge underline-offset-4 hover:decoration-current sm:min-h-0"
    >
      {code}
    </Link>
  );
}
