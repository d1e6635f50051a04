import { useEffect, useRef, useState } from 'react';

const TYPING_MS = 300;

type SearchInputProps = {
  readonly label: string;
  /** What is asked for now, as the URL says. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
};

/** A search in a row of filters. The word is asked for once the fingers rest. */
export function SearchInput({ label, text, onSearch }: SearchInputProps) {
  const [typed, setTyped] = useState(text);
  const asked = useRef(text);
  useEffect(() => {
    // What was asked for here may come back when more has been typed since.
    if (text !== asked.current) setTyped(text);
    asked.current = text;
  }, [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => {
      asked.current = typed;
      onSearch(typed);
    }, TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed, text, onSearch]);
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={80}
      onChange={(event) => setTyped(event.target.value)}
      className="field w-full border-line sm:min-h-9 sm:w-80 sm:py-1"
    />
  );
}
