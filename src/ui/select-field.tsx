import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { described, FieldFrame } from './text-field.tsx';

type SelectFieldProps = ComponentProps<'select'> & {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
};

/** A native select: the phone's own wheel, the keyboard's own search. Options are its children. */
export function SelectField({ label, hint, error, className, children, ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <select {...rest} {...described({ id, hint, error })} className={classes('field', className)}>
        {children}
      </select>
    </FieldFrame>
  );
}

type InlineSelectProps = ComponentProps<'select'> & { readonly label: string };

/** A select in a toolbar: its label is spoken only, its chosen option says enough to the eye. */
export function InlineSelect({ label, className, children, ...rest }: InlineSelectProps) {
  return (
    <select {...rest} aria-label={label} className={classes('field w-auto border-line sm:min-h-9 sm:py-1', className)}>
      {children}
    </select>
  );
}
