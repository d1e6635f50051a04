import { useTranslation } from 'react-i18next';
import type { Context } from '../../data/programs/model.ts';
import { AccountMark } from './account-mark.tsx';
import { ProgramName } from './program-name.tsx';

type TopBarProps = {
  readonly side: 'partner' | 'brand';
  readonly context: Context | null;
  readonly onAccount: () => void;
};

/** On phones: whose portal this is, and the way to the account. */
export function TopBar({ side, context, onAccount }: TopBarProps) {
  const { t } = useTranslation();
  const name = context?.me.display_name || context?.me.email || '';
  return (
    <header className="flex items-center justify-between gap-3 px-4 pt-4 pb-2 md:hidden">
      <ProgramName side={side} context={context} />
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onAccount}
        className="flex size-11 items-center justify-center"
      >
        <AccountMark name={name} />
        <span className="sr-only">{t('account.open', { name })}</span>
      </button>
    </header>
  );
}
