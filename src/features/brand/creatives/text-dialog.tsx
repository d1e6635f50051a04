import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_KINDS } from '../../../data/creatives/model.ts';
import { creativeMutations } from '../../../data/creatives/queries.ts';
import { useAddress } from '../../../data/programs/place.ts';
import { isAudienceComplete } from '../../../ui/audience-field.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/page-state.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { announce } from '../../../ui/toast.ts';
import { changesOf, type Details, NO_DETAILS } from './details.ts';
import { DetailsFields } from './details-fields.tsx';

/** Every field of the form, so that what was left empty is sent as empty. */
const ALL = new Set(['name', 'language', 'tags', 'body', 'url', 'first_day', 'last_day', 'audience'] as const);

/** A text to publish: a link's words, an e-mail, a post. */
export function TextDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('creatives');
  const { program } = useAddress();
  // One id for all tries: a lost answer does not add the text twice.
  const [id] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState('social_post');
  const [details, setDetails] = useState<Details>(NO_DETAILS);
  const adding = useMutation({
    ...creativeMutations.addText(program),
    onSuccess: () => {
      announce(t('text.added', { name: details.name }));
      onClose();
    },
  });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate({ ...changesOf(details, ALL, false), id, kind, files: [] });
  };
  return (
    <Dialog title={t('text.title')} onClose={onClose}>
      <form onSubmit={handleSubmit} className="flex flex-col gap-4">
        <SelectField label={t('filter.kind')} value={kind} onChange={({ target }) => setKind(target.value)}>
          {TEXT_KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`kind.${one}`)}
            </option>
          ))}
        </SelectField>
        <DetailsFields
          details={details}
          onChange={(change) => setDetails((before) => ({ ...before, ...change }))}
          isOfMany={false}
          hasText
        />
        {adding.error !== null && <ErrorNotice error={adding.error} />}
        <div>
          <Button
            type="submit"
            variant="primary"
            isBusy={adding.isPending}
            disabled={!isAudienceComplete(details.audience)}
          >
            {t('text.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
