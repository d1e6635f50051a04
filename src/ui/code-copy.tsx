import { Address } from './address.tsx';
import { CopyButton } from './copy-button.tsx';

type CodeCopyProps = { readonly code: string; readonly label: string };

/** A code as it is typed in, or an address, and the button that copies it. */
export function CodeCopy({ code, label }: CodeCopyProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <code className="flex min-h-11 min-w-0 grow items-center rounded-control border border-dashed border-edge px-3 font-sans font-semibold tracking-wide">
        <Address text={code} />
      </code>
      <CopyButton text={code} label={label} />
    </div>
  );
}
