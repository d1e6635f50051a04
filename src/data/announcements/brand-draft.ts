import type { Announcement, AnnouncementText } from './brand-model.ts';
import type { AnnouncementKind } from './model.ts';

/** What a person writes: everything of an announcement but its instants of publishing and recall. */
export type AnnouncementDraft = {
  readonly kind: AnnouncementKind;
  readonly texts: Readonly<Record<string, AnnouncementText>>;
  readonly audience: 'everyone' | 'segments';
  readonly segmentIds: readonly string[];
  readonly isPinned: boolean;
  readonly expiresAt: string | null;
};

export const LONGEST_TITLE = 160;
export const LONGEST_BODY = 20_000;

export const blankDraft: AnnouncementDraft = {
  kind: 'program',
  texts: {},
  audience: 'everyone',
  segmentIds: [],
  isPinned: false,
  expiresAt: null,
};

export function draftOf(announcement: Announcement): AnnouncementDraft {
  return {
    kind: announcement.kind,
    texts: announcement.texts,
    audience: announcement.audience,
    segmentIds: announcement.segments.map((segment) => segment.id),
    isPinned: announcement.is_pinned,
    expiresAt: announcement.expires_at,
  };
}

const noText: AnnouncementText = { title: '', body: '' };

export function textIn(draft: AnnouncementDraft, locale: string): AnnouncementText {
  return draft.texts[locale] ?? noText;
}

export function withText(draft: AnnouncementDraft, locale: string, text: Partial<AnnouncementText>): AnnouncementDraft {
  return { ...draft, texts: { ...draft.texts, [locale]: { ...textIn(draft, locale), ...text } } };
}

const isBlank = (text: string) => text.trim() === '';

/** Whether nothing, a part, or all of a text is there. */
export function stateOfText({ title, body }: AnnouncementText): 'none' | 'part' | 'whole' {
  if (isBlank(title) && isBlank(body)) return 'none';
  return isBlank(title) || isBlank(body) ? 'part' : 'whole';
}

/** The languages to write in: the program's own first, and those the draft already has. */
export function localesOf(draft: AnnouncementDraft, locales: readonly string[], first: string): string[] {
  return [...new Set([first, ...locales, ...Object.keys(draft.texts)])];
}

/** The same text whichever way it is written down: languages with nothing in them do not count. */
function essence(draft: AnnouncementDraft): string {
  const texts = Object.entries(draft.texts)
    .filter(([, text]) => stateOfText(text) !== 'none')
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([locale, text]) => [locale, text.title.trim().replace(/\s+/g, ' '), text.body]);
  const { kind, audience, segmentIds, isPinned, expiresAt } = draft;
  const expires = expiresAt === null ? null : Date.parse(expiresAt);
  return JSON.stringify([
    texts,
    kind,
    audience,
    audience === 'everyone' ? [] : segmentIds.toSorted(),
    isPinned,
    expires,
  ]);
}

export function isSameDraft(one: AnnouncementDraft, other: AnnouncementDraft): boolean {
  return essence(one) === essence(other);
}

/** What is in the way of publishing, if anything. */
export type DraftProblem = 'no_text' | 'part_text' | 'no_segment';

export function problemOf(draft: AnnouncementDraft): DraftProblem | null {
  const states = Object.values(draft.texts).map(stateOfText);
  if (states.includes('part')) return 'part_text';
  if (!states.includes('whole')) return 'no_text';
  return draft.audience === 'segments' && draft.segmentIds.length === 0 ? 'no_segment' : null;
}

/** Which text somebody with this language reads: their own, else the program's, else what there is. As in SQL. */
export function localeFor(draft: AnnouncementDraft, language: string, fallback: string): string | null {
  const written = Object.keys(draft.texts)
    .filter((locale) => stateOfText(textIn(draft, locale)) !== 'none')
    .sort();
  const wanted = [language, language.split('-')[0], fallback];
  return wanted.find((locale) => locale !== undefined && written.includes(locale)) ?? written[0] ?? null;
}

type LanguageCount = { readonly language: string; readonly partners: number };

/** How many partners read each text, most first. */
export function readersByLocale(draft: AnnouncementDraft, counts: readonly LanguageCount[], fallback: string) {
  const sums = new Map<string, number>();
  for (const { language, partners } of counts) {
    const locale = localeFor(draft, language, fallback);
    if (locale !== null) sums.set(locale, (sums.get(locale) ?? 0) + partners);
  }
  return [...sums]
    .map(([locale, partners]) => ({ locale, partners }))
    .sort((one, other) => other.partners - one.partners);
}
