/** What the largest partner holds of all conversions and clicks. */
const LARGEST_SHARE = 0.02;

/**
 * The exponent e for which, with activity falling as rank ^ -e over so many partners, the first holds its
 * share: the sum over all ranks must be 1 / share. It falls as e grows, so halving an interval finds it.
 */
export function skewExponent(partners: number): number {
  let low = 0;
  let high = 4;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (sumOfWeights(partners, middle) > 1 / LARGEST_SHARE) low = middle;
    else high = middle;
  }
  return low;
}

function sumOfWeights(partners: number, exponent: number): number {
  let sum = 0;
  for (let rank = 1; rank <= partners; rank += 1) sum += rank ** -exponent;
  return sum;
}
