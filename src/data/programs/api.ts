import { callRpc } from '../connection.ts';
import { type Context, contextSchema, type PlaceAddress } from './model.ts';

/** Who I am and where; without an address the first place I have. */
export function fetchContext(address: PlaceAddress | null, signal?: AbortSignal): Promise<Context> {
  const args = address === null ? {} : { p_side: address.side, p_program: address.program, ...codeOf(address) };
  return callRpc('my_context', args, contextSchema, signal);
}

function codeOf(address: PlaceAddress): { p_code?: string } {
  return address.code === null ? {} : { p_code: address.code };
}
