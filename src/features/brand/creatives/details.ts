import type { Creative, CreativeChanges } from '../../../data/creatives/model.ts';
import type { AudienceValue } from '../../../ui/audience-field.tsx';

/** What a form of details holds, as its fields show it. */
export type Details = {
  readonly name: string;
  readonly language: string;
  readonly tags: string;
  readonly body: string;
  readonly url: string;
  readonly first_day: string;
  readonly last_day: string;
  readonly audience: AudienceValue;
};

export const NO_DETAILS: Details = {
  name: '',
  language: '',
  tags: '',
  body: '',
  url: '',
  first_day: '',
  last_day: '',
  audience: { audience: 'everyone', segmentIds: [] },
};

export function detailsOf(creative: Creative): Details {
  return {
    name: creative.name,
    language: creative.language ?? '',
    tags: creative.tags.join(', '),
    body: creative.body,
    url: creative.url ?? '',
    first_day: creative.first_day ?? '',
    last_day: creative.last_day ?? '',
    audience: { audience: creative.audience, segmentIds: creative.segment_ids },
  };
}

const tagsIn = (text: string) =>
  text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
const orNull = (text: string) => (text === '' ? null : text);

/** Only what was touched: of one creative its tags are replaced, of many they are added. */
export function changesOf(details: Details, touched: ReadonlySet<keyof Details>, isOfMany: boolean): CreativeChanges {
  const audience = details.audience.audience === 'everyone' ? [] : details.audience.segmentIds;
  const all: Record<keyof Details, CreativeChanges> = {
    name: { name: details.name },
    language: { language: orNull(details.language) },
    tags: isOfMany ? { add_tags: tagsIn(details.tags) } : { tags: tagsIn(details.tags) },
    body: { body: details.body },
    url: { url: orNull(details.url.trim()) },
    first_day: { first_day: orNull(details.first_day) },
    last_day: { last_day: orNull(details.last_day) },
    audience: { audience: details.audience.audience, segment_ids: audience },
  };
  return Object.assign({}, ...[...touched].map((name) => all[name]));
}
