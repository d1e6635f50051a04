import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button.tsx';
import { classes } from './classes.ts';
import { dismissToast, type Toast, toastStore } from './toast.ts';

function ToastRow({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation();
  return (
    <div
      className={classes(
        'pointer-events-auto flex items-center gap-2 rounded-card border bg-surface py-1 ps-4 pe-1 shadow-lg',
        toast.tone === 'error' ? 'border-loss text-loss' : 'border-line',
      )}
    >
      <span className="py-2">{toast.text}</span>
      {toast.action !== null && (
        <button type="button" className="min-h-11 px-3 font-semibold text-accent" onClick={toast.action.onPress}>
          {toast.action.label}
        </button>
      )}
      <IconButton
        variant="quiet"
        label={t('close')}
        icon={<X aria-hidden="true" size={16} />}
        onClick={() => dismissToast(toast.id)}
      />
    </div>
  );
}

/** Where toasts appear; mounted once, so that a screen reader already watches it when the first one comes. */
export function ToastRegion() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.read);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-center gap-2 md:bottom-6"
    >
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
