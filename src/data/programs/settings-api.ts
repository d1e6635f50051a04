import { callRpc } from '../connection.ts';
import { sendToFunction } from '../storage.ts';
import {
  logoAnswerSchema,
  type NewRule,
  programSettingsSchema,
  type SettingsChange,
  zoneAnswerSchema,
} from './settings-model.ts';

export function fetchSettings(program: string, signal?: AbortSignal) {
  return callRpc('program_settings', { p_program: program }, programSettingsSchema, signal);
}

export function saveSettings(program: string, changes: SettingsChange, revision: number) {
  const args = { p_program: program, p_settings: changes, p_revision: revision };
  return callRpc('save_settings', args, programSettingsSchema);
}

export function changeCurrency(program: string, currency: string, revision: number) {
  const args = { p_program: program, p_currency: currency, p_revision: revision };
  return callRpc('change_currency', args, programSettingsSchema);
}

export function addRule(program: string, rule: NewRule) {
  const args = {
    p_program: program,
    p_id: rule.id,
    p_partner_type: rule.partner_type,
    p_kind: rule.kind,
    p_note: rule.note,
    p_seen: rule.seen,
    ...(rule.rate_bps === null ? {} : { p_rate_bps: rule.rate_bps }),
    ...(rule.flat_minor === null ? {} : { p_flat_minor: rule.flat_minor }),
    ...(rule.from === null ? {} : { p_from: rule.from }),
  };
  return callRpc('add_rule', args, programSettingsSchema);
}

export const beginZoneChange = (program: string, zone: string) =>
  callRpc('begin_zone_change', { p_program: program, p_zone: zone }, zoneAnswerSchema);
export const stepZoneChange = (program: string, signal?: AbortSignal) =>
  callRpc('step_zone_change', { p_program: program }, zoneAnswerSchema, signal);
export const cancelZoneChange = (program: string) =>
  callRpc('cancel_zone_change', { p_program: program }, zoneAnswerSchema);

/** Sends a logo, or takes the present one away; the server looks at its bytes before anybody sees it. */
export async function sendLogo(program: string, picture: Blob | null): Promise<string | null> {
  const path = `upload-logo?program=${encodeURIComponent(program)}`;
  return logoAnswerSchema.parse(await sendToFunction(path, picture)).logo_path;
}
