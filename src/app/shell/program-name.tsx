import { useTranslation } from 'react-i18next';
import { logoUrl } from '../../data/programs/logo-url.ts';
import type { Context } from '../../data/programs/model.ts';
import { useAddress } from '../../data/programs/place.ts';
import { BrandMark } from '../../ui/brand-mark.tsx';

type ProgramNameProps = {
  readonly side: 'partner' | 'brand';
  readonly context: Context | null;
};

/** Logo, program and side. Until the program is known its address stands for it. */
export function ProgramName({ side, context }: ProgramNameProps) {
  const { t } = useTranslation();
  const address = useAddress();
  const program = (context?.place ?? context?.door)?.program;
  const name = program?.name ?? address.program;
  return (
    <span className="flex min-w-0 items-center gap-3 text-start">
      <BrandMark name={name} logoUrl={logoUrl(program?.logo_path ?? null)} />
      <span className="flex min-w-0 flex-col leading-tight">
        <span className={program === undefined ? 'truncate font-semibold text-ink-3' : 'truncate font-semibold'}>
          {name}
        </span>
        <span className="truncate text-sm text-ink-3">{t(`side.${side}`)}</span>
      </span>
    </span>
  );
}
