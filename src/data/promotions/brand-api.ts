import { callRpc, getClients, unwrap } from '../connection.ts';
import {
  addReports,
  type CodeLine,
  type CodeReport,
  type CreativeChoice,
  codePageSchema,
  codeReportSchema,
  type PromotionDraft,
  type PromotionState,
  promotionDetailSchema,
  promotionPageSchema,
} from './brand-model.ts';
import { deletedSchema, type PromotionPosition } from './model.ts';

const LINES_A_CALL = 2_000;

export function fetchPromotions(
  program: string,
  state: PromotionState | null,
  after: PromotionPosition | null,
  signal?: AbortSignal,
) {
  const args = {
    p_program: program,
    ...(state === null ? {} : { p_state: state }),
    ...(after === null ? {} : { ...(after.at === null ? {} : { p_after_at: after.at }), p_after_id: after.id }),
  };
  return callRpc('promotion_list', args, promotionPageSchema, signal);
}

export async function fetchPromotion(program: string, id: string, signal?: AbortSignal) {
  return (await callRpc('promotion_detail', { p_program: program, p_id: id }, promotionDetailSchema, signal)).promotion;
}

type CodesAsk = { readonly promotion: string; readonly search: string };

export function fetchCodes(program: string, ask: CodesAsk, after: string | null, size: number, signal?: AbortSignal) {
  const args = {
    p_program: program,
    p_promotion: ask.promotion,
    p_search: ask.search,
    p_limit: size,
    ...(after === null ? {} : { p_after: after }),
  };
  return callRpc('promotion_code_list', args, codePageSchema, signal);
}

export async function savePromotion(program: string, draft: PromotionDraft) {
  const { id, revision, ...said } = draft;
  const args = {
    p_program: program,
    p_id: id,
    p_promotion: said,
    ...(revision === null ? {} : { p_revision: revision }),
  };
  return (await callRpc('save_promotion', args, promotionDetailSchema)).promotion;
}

export function deletePromotion(program: string, id: string, revision: number) {
  return callRpc('delete_promotion', { p_program: program, p_id: id, p_revision: revision }, deletedSchema);
}

/** Plans the first codes of a pattern, or makes them all, call after call. */
export async function makeCodes(program: string, promotion: string, pattern: string, isDryRun: boolean) {
  const args = { p_program: program, p_promotion: promotion, p_pattern: pattern, p_is_dry_run: isDryRun };
  const reports: CodeReport[] = [];
  for (;;) {
    const report = await callRpc('make_promotion_codes', args, codeReportSchema);
    reports.push(report);
    // A plan looks no further; and where nothing could be made, nothing would be made again.
    if (isDryRun || report.left === 0 || report.made === 0) return { ...addReports(reports), left: report.left };
  }
}

/** Plans or takes the codes of a file, so many lines a call. */
export async function importCodes(program: string, promotion: string, lines: readonly CodeLine[], isDryRun: boolean) {
  const reports: CodeReport[] = [];
  for (let at = 0; at < lines.length; at += LINES_A_CALL) {
    const some = lines.slice(at, at + LINES_A_CALL);
    const args = { p_program: program, p_promotion: promotion, p_lines: some, p_is_dry_run: isDryRun };
    reports.push(await callRpc('import_promotion_codes', args, codeReportSchema));
  }
  return addReports(reports);
}

/** Creatives to choose from, newest first; what has been withdrawn is no choice. */
export async function fetchCreativeChoices(programId: string, signal: AbortSignal): Promise<CreativeChoice[]> {
  const { rest } = await getClients();
  const answer = await rest
    .from('creatives')
    .select('id, name, kind, language')
    .eq('program_id', programId)
    .is('withdrawn_at', null)
    .order('created_at', { ascending: false })
    .limit(1_000)
    .abortSignal(signal);
  return unwrap(answer);
}
