import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  /** A dialog that must be answered: no close button, Escape does nothing. */
  readonly isForced?: boolean;
  readonly children: ReactNode;
};

/**
 * The browser's own modal dialog: it traps focus, gives it back and closes by Escape. Render it while it
 * is open. On a phone it sits at the bottom edge, within the thumb's reach.
 */
export function Dialog({ title, onClose, isForced = false, children }: DialogProps) {
  const { t } = useTranslation();
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!isForced) onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget && !isForced) onClose();
      }}
      className="mx-auto mt-auto mb-0 max-h-[90dvh] w-full max-w-md overflow-auto rounded-t-card border border-line bg-surface text-ink sm:mb-auto sm:rounded-card"
    >
      <div className="p-4 sm:p-5">
        <div className="mb-3 flex min-h-11 items-center justify-between gap-4">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          {!isForced && (
            <IconButton
              variant="quiet"
              label={t('close')}
              icon={<X aria-hidden="true" size={18} />}
              onClick={onClose}
            />
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
