import { useEffect, useState } from 'react';

const WAIT_MS = 300;

/** False until the money has stood on the screen for a moment: until then the line is its alone. */
export function useSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}
