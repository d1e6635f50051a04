import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { classes } from './classes.ts';

type Look = {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** Dense is for rows of tables and toolbars on wide screens only. */
  readonly size?: 'normal' | 'dense';
  readonly isSquare?: boolean;
};

const VARIANTS = {
  primary: 'bg-accent text-on-accent font-medium hover:opacity-90',
  secondary: 'border border-line bg-surface text-ink font-medium hover:bg-soft',
  quiet: 'text-ink-2 hover:bg-soft hover:text-ink',
  danger: 'border border-loss text-loss bg-surface font-medium hover:bg-loss-soft',
} as const;

function buttonClasses({ variant = 'secondary', size = 'normal', isSquare = false }: Look, more?: string): string {
  return classes(
    'inline-flex shrink-0 items-center justify-center gap-2 rounded-control motion-safe:transition-[background-color,opacity] disabled:opacity-60',
    size === 'normal' ? 'min-h-11' : 'min-h-11 sm:min-h-9',
    isSquare && 'w-11',
    !isSquare && (size === 'normal' ? 'px-4' : 'px-3'),
    VARIANTS[variant],
    more,
  );
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { readonly isBusy?: boolean };

/** A busy button keeps its focus and its words, says that it is busy, and ignores further presses. */
export function Button({
  variant,
  size,
  isSquare,
  isBusy = false,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={(event) => (isBusy ? event.preventDefault() : onClick?.(event))}
      className={buttonClasses({ variant, size, isSquare }, classes(isBusy && 'opacity-60', className))}
    />
  );
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'aria-label'> & {
  readonly label: string;
  readonly icon: ReactNode;
};

/** A button of one icon: its label is spoken, and shown as its tooltip. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <Button {...rest} aria-label={label} title={label} className={className} isSquare>
      {icon}
    </Button>
  );
}

export function LinkButton({ variant, size, className, ...rest }: LinkProps & Look) {
  return <Link {...rest} className={buttonClasses({ variant, size }, className)} />;
}
