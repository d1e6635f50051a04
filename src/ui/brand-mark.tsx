import { classes } from './classes.ts';

type BrandMarkProps = { readonly name: string; readonly logoUrl: string | null };

/** The program's logo, or its first letter on its colour. */
export function BrandMark({ name, logoUrl }: BrandMarkProps) {
  const box = 'size-8 shrink-0 rounded-[7px]';
  if (logoUrl !== null) return <img src={logoUrl} alt="" className={classes(box, 'object-contain')} />;
  return (
    <span
      aria-hidden="true"
      className={classes(box, 'flex items-center justify-center bg-accent font-semibold text-on-accent')}
    >
      {[...name][0] ?? ''}
    </span>
  );
}
