import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** A way out of a conflict, in words. */
type Way = { readonly label: string; readonly onPress: () => void };

type TwoVersionsProps = {
  readonly title: string;
  readonly keepMine: Way;
  readonly takeTheirs: Way;
  /** What the other one saved. */
  readonly children: ReactNode;
};

/** Somebody else was faster. Both versions are there until a person says which one stays. */
export function TwoVersions({ title, keepMine, takeTheirs, children }: TwoVersionsProps) {
  return (
    <Notice
      tone="warn"
      title={title}
      action={
        <div className="flex flex-wrap gap-2">
          {[keepMine, takeTheirs].map(({ label, onPress }) => (
            <Button key={label} size="dense" onClick={onPress}>
              {label}
            </Button>
          ))}
        </div>
      }
    >
      {children}
    </Notice>
  );
}
