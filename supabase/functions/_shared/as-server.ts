/**
 * The headers by which a function acts with the server's key. A key of the old kind is a token too, and is sent as both;
 * one of the new kind is a key alone.
 */
export function asServer(secretKey: string): Record<string, string> {
  return secretKey.startsWith('sb_')
    ? { apikey: secretKey }
    : { apikey: secretKey, authorization: `Bearer ${secretKey}` };
}
