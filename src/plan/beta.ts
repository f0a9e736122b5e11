// Beta distributions: what is known of a task's chance to be passed.

/** ln Γ(x) for x > 0, to about 1e-13: Lanczos' approximation with g = 7 and nine terms (Godfrey's coefficients). */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const [first = 0, ...rest] = lanczos;
  const z = x - 1;
  const sum = rest.reduce((total, coefficient, index) => total + coefficient / (z + index + 1), first);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const lanczos = [
  ...[0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13],
  ...[-176.615_029_162_140_6, 12.507_343_278_686_905, -0.138_571_095_265_720_12],
  ...[9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7],
];

/** ln B(a, b). */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** A draw of Beta(a, b); a, b > 0, also far below 1. */
export function drawBeta(a: number, b: number, random: () => number): number {
  const x = logDrawGamma(a, random);
  const y = logDrawGamma(b, random);
  return 1 / (1 + Math.exp(y - x));
}

/** The logarithm of a draw of Gamma(shape, 1): Marsaglia and Tsang (2000), with their boost below 1. */
function logDrawGamma(shape: number, random: () => number): number {
  if (shape < 1) return logDrawGamma(shape + 1, random) + Math.log(1 - random()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawNormal(random);
    const v = (1 + c * normal) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/** Box and Muller's, one of the two. */
function drawNormal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
