/** First letters of a name, in a circle. */
export function AccountMark({ name }: { readonly name: string }) {
  const letters = name
    .split(/[\s@.]+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');
  return (
    <span
      aria-hidden="true"
      className="flex size-9 shrink-0 items-center justify-center rounded-full bg-soft text-sm font-semibold text-ink-2 uppercase"
    >
      {letters}
    </span>
  );
}
