import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

type FrameProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
  readonly children: ReactNode;
};

/** Label above, hint and error below: the frame of every field. */
export function FieldFrame({ id, label, hint, error, children }: FrameProps) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-ink-3">
          {hint}
        </p>
      )}
      {error != null && (
        <p id={`${id}-error`} role="alert" className="text-sm text-loss">
          {error}
        </p>
      )}
    </div>
  );
}

type Describable = { readonly id: string; readonly hint?: ReactNode; readonly error?: string | null | undefined };

/** The attributes that tie a control to its frame. */
export function described({ id, hint, error }: Describable) {
  const ids = classes(hint !== undefined && `${id}-hint`, error != null && `${id}-error`);
  return { id, 'aria-invalid': error != null || undefined, 'aria-describedby': ids || undefined };
}

type TextFieldProps = ComponentProps<'input'> & {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | null | undefined;
};

/** A native input; works with a ref, so react-hook-form's `register` can be spread on it. */
export function TextField({ label, hint, error, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input {...rest} {...described({ id, hint, error })} className={classes('field', className)} />
    </FieldFrame>
  );
}
