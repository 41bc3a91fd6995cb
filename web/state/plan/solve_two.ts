/** Two numbers. */
export type Pair = readonly [number, number];

const kSteps = 40;
const kGoodEnough = 1e-7;
const kDifference = 1e-3;
/** The longest step in either number: both are logarithms or shares of a width. */
const kLongestStep = 1;

const sizeOf = ([a, b]: Pair): number => Math.hypot(a, b);

/**
 * The pair for which `residual` is (0, 0), by Newton's method with derivatives from differences
 * and steps that are halved until they help. Undefined where it does not get within 1e-4.
 */
export function solveTwo(residual: (u: number, v: number) => Pair, start: Pair): [number, number] | undefined {
  let [u, v] = start;
  let now = residual(u, v);
  for (let step = 0; step < kSteps && sizeOf(now) > kGoodEnough; ++step) {
    const alongU = residual(u + kDifference, v);
    const alongV = residual(u, v + kDifference);
    const [a, c] = [(alongU[0] - now[0]) / kDifference, (alongU[1] - now[1]) / kDifference];
    const [b, d] = [(alongV[0] - now[0]) / kDifference, (alongV[1] - now[1]) / kDifference];
    const determinant = a * d - b * c;
    const whole: Pair = [(b * now[1] - d * now[0]) / determinant, (c * now[0] - a * now[1]) / determinant];
    let factor = Math.min(1, kLongestStep / Math.max(Math.abs(whole[0]), Math.abs(whole[1])));
    let next = residual(u + factor * whole[0], v + factor * whole[1]);
    while (!(sizeOf(next) < sizeOf(now)) && factor > kGoodEnough) {
      factor /= 2;
      next = residual(u + factor * whole[0], v + factor * whole[1]);
    }
    if (!(sizeOf(next) < sizeOf(now))) break;
    [u, v, now] = [u + factor * whole[0], v + factor * whole[1], next];
  }
  return sizeOf(now) < 1e-4 ? [u, v] : undefined;
}
