import type { PromotionDetail, PromotionDraft } from '../../../data/promotions/brand-model.ts';
import { fieldText, instantOf } from '../../../lib/moments.ts';

/** What stands in the editor: dates as their fields hold them, in the program's zone; '' is no date. */
export type Fields = {
  readonly name: string;
  readonly offer: string;
  readonly brief: string;
  readonly terms: string;
  readonly landing: string;
  readonly prepare: string;
  readonly from: string;
  readonly until: string;
  readonly audience: 'everyone' | 'segments';
  readonly segmentIds: readonly string[];
  readonly creativeIds: readonly string[];
};

export function noFields(site: string): Fields {
  return {
    name: '',
    offer: '',
    brief: '',
    terms: '',
    landing: site,
    prepare: '',
    from: '',
    until: '',
    audience: 'everyone',
    segmentIds: [],
    creativeIds: [],
  };
}

export function fieldsOf(promotion: PromotionDetail, zone: string): Fields {
  const text = (instant: string | null): string => (instant === null ? '' : fieldText(instant, zone));
  return {
    name: promotion.name,
    offer: promotion.offer,
    brief: promotion.brief,
    terms: promotion.terms,
    landing: promotion.landing_url,
    prepare: text(promotion.prepare_from),
    from: text(promotion.publish_from),
    until: text(promotion.publish_until),
    audience: promotion.audience,
    segmentIds: promotion.segment_ids,
    creativeIds: promotion.creative_ids,
  };
}

export function draftOf(fields: Fields, zone: string, id: string, revision: number | null): PromotionDraft {
  const instant = (text: string): string | null => (text === '' ? null : instantOf(text, zone));
  return {
    id,
    revision,
    name: fields.name.trim(),
    offer: fields.offer.trim(),
    brief: fields.brief,
    terms: fields.terms,
    landing_url: fields.landing.trim(),
    prepare_from: instant(fields.prepare),
    publish_from: instant(fields.from),
    publish_until: instant(fields.until),
    audience: fields.audience,
    segment_ids: [...fields.segmentIds].sort(),
    creative_ids: [...fields.creativeIds].sort(),
  };
}

export type Fault = 'name' | 'landing' | 'site' | 'no_dates' | 'prepare' | 'until' | 'segments';

/** The host of an https address; null for anything else. */
function hostOf(url: string): string | null {
  return /^https:\/\/([a-z0-9.-]+)(:\d{1,5})?([/?#]\S*)?$/i.exec(url)?.[1]?.toLowerCase() ?? null;
}

/** What keeps a promotion from being saved; the database says the same. */
export function faultsOf(fields: Fields, site: string): readonly Fault[] {
  const host = hostOf(fields.landing.trim());
  const home = hostOf(site) ?? '';
  const isOnSite = host === home || host?.endsWith(`.${home}`) === true;
  const faults: (readonly [Fault, boolean])[] = [
    ['name', fields.name.trim() === ''],
    ['landing', host === null],
    ['site', host !== null && !isOnSite],
    ['no_dates', fields.prepare !== '' && (fields.from === '' || fields.until === '')],
    ['prepare', fields.prepare !== '' && fields.from !== '' && fields.prepare > fields.from],
    ['until', fields.from !== '' && fields.until !== '' && fields.from >= fields.until],
    ['segments', fields.audience === 'segments' && fields.segmentIds.length === 0],
  ];
  return faults.filter(([, isWrong]) => isWrong).map(([fault]) => fault);
}
