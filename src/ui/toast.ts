export type ToastTone = 'info' | 'error';
export type ToastAction = {
  readonly label: string;
  readonly onPress: () => void;
  /** How long there is to press it, where that is longer than toasts with an action stay anyway. */
  readonly forMs?: number;
};
export type Toast = {
  readonly id: number;
  readonly text: string;
  readonly tone: ToastTone;
  readonly action: ToastAction | null;
};

const SHOWN_FOR_MS = 6_000;
/** Long enough to find the button by keyboard or switch. */
const UNDO_SHOWN_FOR_MS = 20_000;

const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const toastStore = {
  read: (): readonly Toast[] => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

/** Says something short to the eye and to a screen reader. With an action (undo) it stays at least 20 s. */
export function announce(text: string, tone: ToastTone = 'info', action: ToastAction | null = null): void {
  lastId += 1;
  const id = lastId;
  publish([...toasts.filter((toast) => toast.text !== text), { id, text, tone, action }]);
  const shownFor = action === null ? SHOWN_FOR_MS : Math.max(UNDO_SHOWN_FOR_MS, action.forMs ?? 0);
  setTimeout(() => dismissToast(id), shownFor);
}
