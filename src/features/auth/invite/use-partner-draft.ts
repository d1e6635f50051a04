import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Acceptance, canJoinWith, type KnownPeek } from '../../../data/invitations/model.ts';

export type PartnerDraft = {
  /** The id of a partner of one's own, or `new`. */
  readonly choice: string;
  readonly name: string;
  readonly type: string;
  readonly country: string;
  readonly language: string;
  readonly set: (change: Partial<Pick<PartnerDraft, 'choice' | 'name' | 'type' | 'country' | 'language'>>) => void;
  readonly isIncomplete: boolean;
  readonly partner: Acceptance['partner'];
};

/** With which partner one joins: the first of the own that can, or a new one as the invitation suggests it. */
export function usePartnerDraft(peek: KnownPeek): PartnerDraft {
  const { i18n } = useTranslation();
  const [fields, setFields] = useState(() => ({
    choice: peek.partners.find(canJoinWith)?.id ?? 'new',
    name: peek.partner_name ?? '',
    type: peek.partner_type ?? '',
    country: new Intl.Locale(navigator.language).maximize().region ?? '',
    language: i18n.language,
  }));
  const isNew = fields.choice === 'new';
  const isIncomplete = isNew && [fields.name.trim(), fields.type, fields.country].some((field) => field === '');
  const { name, type, country, language } = fields;
  const made = {
    ...{ name: name.trim(), type, country, language },
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const chosen = isNew ? made : { id: fields.choice };
  return {
    ...fields,
    set: (change) => setFields((before) => ({ ...before, ...change })),
    isIncomplete: peek.kind === 'partner' && isIncomplete,
    partner: peek.kind === 'partner' ? chosen : null,
  };
}
