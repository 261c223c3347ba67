// Wilson's bounds by bisection of the score test, a way unlike the closed formula.

/** Shares p at which |k/n − p| equals z standard errors. */
export function wilson(k: number, n: number, z = 1.959964): readonly [number, number] {
  const share = k / n;
  const outside = (p: number) => Math.abs(share - p) > z * Math.sqrt((p * (1 - p)) / n);
  return [bisect(0, share, outside), bisect(1, share, outside)];
}

function bisect(far: number, near: number, outside: (p: number) => boolean): number {
  let [out, within] = [far, near];
  for (let step = 0; step < 80; step++) {
    const middle = (out + within) / 2;
    if (outside(middle)) out = middle;
    else within = middle;
  }
  return within;
}
