import { callRpc } from '../connection.ts';
import {
  audienceSizeSchema,
  candidatesSchema,
  choicesSchema,
  deletedSegmentSchema,
  explanationSchema,
  savedSegmentSchema,
  segmentListSchema,
} from './model.ts';
import type { Group } from './rule.ts';

export type AudienceAsk = { readonly audience: 'everyone' | 'segments'; readonly segmentIds: readonly string[] };
export type SegmentDraft = {
  /** Made here, so that a save whose answer was lost can be sent again. */
  readonly id: string;
  /** The revision that was edited; null for a new segment. */
  readonly revision: number | null;
  readonly name: string;
  readonly rule: Group;
};

/** JSON has no readonly: a copy, as the generated types want it. */
const json = (rule: Group) => JSON.parse(JSON.stringify(rule));

export async function fetchSegments(program: string, signal?: AbortSignal) {
  return (await callRpc('segment_list', { p_program: program }, segmentListSchema, signal)).segments;
}

export function fetchSegmentSize(program: string, rule: Group, signal?: AbortSignal) {
  return callRpc('segment_size', { p_program: program, p_rule: json(rule) }, audienceSizeSchema, signal);
}

export function fetchAudienceSize(program: string, ask: AudienceAsk, signal?: AbortSignal) {
  const args = { p_program: program, p_audience: ask.audience, p_segment_ids: [...ask.segmentIds] };
  return callRpc('audience_size', args, audienceSizeSchema, signal);
}

export function fetchChoices(program: string, signal?: AbortSignal) {
  return callRpc('segment_choices', { p_program: program }, choicesSchema, signal);
}

export function fetchExplanation(program: string, rule: Group, partnership: string, signal?: AbortSignal) {
  const args = { p_program: program, p_rule: json(rule), p_partnership: partnership };
  return callRpc('explain_segment', args, explanationSchema, signal);
}

/** The first few whose name holds the text, or whose code begins with it. */
export async function fetchCandidates(program: string, text: string, signal?: AbortSignal) {
  const args = { p_program: program, p_search: text, p_limit: 20 };
  return (await callRpc('find_partners', args, candidatesSchema, signal)).rows;
}

export async function saveSegment(program: string, draft: SegmentDraft) {
  const args = { p_program: program, p_id: draft.id, p_name: draft.name, p_rule: json(draft.rule) };
  // The generated type knows no null for arguments; the function takes null for "new".
  const revision = draft.revision as number;
  return (await callRpc('save_segment', { ...args, p_revision: revision }, savedSegmentSchema)).segment;
}

export function deleteSegment(program: string, id: string, revision: number) {
  return callRpc('delete_segment', { p_program: program, p_id: id, p_revision: revision }, deletedSegmentSchema);
}
