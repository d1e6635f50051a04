import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes.ts';

type NewCountProps = { readonly count: string | null | undefined; readonly className: string };

/** How many are unread, beside a room's name. */
export function NewCount({ count, className }: NewCountProps) {
  const { t } = useTranslation();
  if (count == null) return null;
  return (
    <span className={classes('rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent', className)}>
      {count}
      <span className="sr-only"> {t('nav.unread')}</span>
    </span>
  );
}
