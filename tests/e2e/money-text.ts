/** Minor units of a two-digit currency, as text or number, the way an English page writes pounds. */
export function pounds(minor: string | number | bigint): string {
  const amount = BigInt(minor);
  const [whole, pence] = [(amount < 0n ? -amount : amount) / 100n, (amount < 0n ? -amount : amount) % 100n];
  return `${amount < 0n ? '-' : ''}£${whole.toLocaleString('en-GB')}.${String(pence).padStart(2, '0')}`;
}
