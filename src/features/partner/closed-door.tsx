import type { Door } from '../../data/programs/model.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { StandingNotice } from './standing-notice.tsx';

/** In the place of every room while the partnership opens none: what it waits for, or why it was declined. */
export function ClosedDoor({ door }: { readonly door: Door }) {
  return (
    <div className="mx-auto max-w-lg py-8">
      <PageHeader title={door.program.name} />
      <StandingNotice partnership={door.partnership} programName={door.program.name} />
    </div>
  );
}
