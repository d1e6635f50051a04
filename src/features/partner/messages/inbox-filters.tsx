import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANNOUNCEMENT_KINDS, isAnnouncementKind } from '../../../data/announcements/model.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { InlineSelect } from '../../../ui/select-field.tsx';
import type { InboxFilterValue, SetInboxFilter } from './use-inbox-filter.ts';

type InboxFiltersProps = { readonly filter: InboxFilterValue; readonly onChange: SetInboxFilter };

export function InboxFilters({ filter, onChange }: InboxFiltersProps) {
  const { t } = useTranslation('messages');
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2">
      <Segmented
        label={t('which')}
        value={filter.isUnread ? 'unread' : 'all'}
        onChange={(which) => void onChange({ unread: which === 'unread' ? true : null })}
        segments={[
          { value: 'all', label: t('all') },
          { value: 'unread', label: t('unread') },
        ]}
      />
      <InlineSelect
        label={t('kind_label')}
        value={filter.kind ?? ''}
        onChange={({ target }) => void onChange({ kind: isAnnouncementKind(target.value) ? target.value : null })}
      >
        <option value="">{t('every_kind')}</option>
        {ANNOUNCEMENT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </option>
        ))}
      </InlineSelect>
      <SearchField
        value={filter.search}
        onSearch={(search) => void onChange({ search: search === '' ? null : search })}
      />
    </div>
  );
}

/** Long enough that a word is asked for, not each of its letters. */
const WAIT_MS = 400;

type SearchFieldProps = { readonly value: string; readonly onSearch: (text: string) => void };

function SearchField({ value, onSearch }: SearchFieldProps) {
  const { t } = useTranslation('messages');
  const [text, setText] = useState(value);
  const word = text.trim();
  useEffect(() => {
    if (word === value) return;
    const timer = setTimeout(() => onSearch(word), WAIT_MS);
    return () => clearTimeout(timer);
  }, [word, value, onSearch]);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(word);
  };
  return (
    <form onSubmit={handleSubmit} className="min-w-0 grow sm:max-w-80">
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
        className="field sm:min-h-9 sm:py-1"
      />
    </form>
  );
}
