import { Search } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/button.tsx';

type EventSearchProps = { readonly search: string | null; readonly onSearch: (search: string | null) => void };

const LONGEST = 200;

/** Finds events by the beginning of their id or order; Enter asks. */
export function EventSearch({ search, onSearch }: EventSearchProps) {
  const { t } = useTranslation('brand');
  const [text, setText] = useState(search ?? '');
  const [asked, setAsked] = useState(search);
  if (asked !== search) {
    setAsked(search);
    setText(search ?? '');
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    onSearch(words === '' ? null : words);
  };
  return (
    <search className="min-w-0 grow sm:max-w-md">
      <form onSubmit={handleSubmit} className="flex gap-2">
        <input
          type="search"
          aria-label={t('filter.search')}
          placeholder={t('filter.search')}
          value={text}
          maxLength={LONGEST}
          onChange={(event) => setText(event.target.value)}
          className="field min-w-0 sm:min-h-9 sm:py-1"
        />
        <IconButton
          type="submit"
          size="dense"
          label={t('filter.search_now')}
          icon={<Search aria-hidden="true" size={16} />}
        />
      </form>
    </search>
  );
}
