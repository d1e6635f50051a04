import { callRpc } from '../connection.ts';
import { type AuditFilter, auditPageSchema, saidFilter } from './model.ts';

export function fetchAudit(
  program: string,
  filter: AuditFilter,
  before: number | null,
  size: number,
  signal?: AbortSignal,
) {
  const args = {
    p_program: program,
    p_filter: saidFilter(filter),
    p_limit: size,
    ...(before === null ? {} : { p_before: before }),
  };
  return callRpc('audit_list', args, auditPageSchema, signal);
}
