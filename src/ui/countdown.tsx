import { useEffect, useState } from 'react';
import { useFormat } from '../i18n/use-format.ts';
import { partsLeft } from '../lib/moments.ts';
import { Badge } from './badge.tsx';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The present, once a minute. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return now;
}

type CountdownProps = { readonly until: string };

/** What is left until an instant. It is no live region: it is read where it stands, and never speaks up by itself. */
export function Countdown({ until }: CountdownProps) {
  const format = useFormat();
  const left = Date.parse(until) - useNow();
  if (left <= 0) return null;
  return <Badge tone={left < 3 * DAY ? 'warn' : 'neutral'}>{format.left(partsLeft(left))}</Badge>;
}
