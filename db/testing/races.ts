const RUNS = 5;

/**
 * The most that a race without its guard gives, in up to five runs: it stops at the first run above what is allowed.
 * On a busy machine one run can pass by luck; a twin that passes five times in a row has lost its point.
 */
export async function worstOf(race: () => Promise<number>, allowed: number): Promise<number> {
  let worst = Number.NEGATIVE_INFINITY;
  for (let run = 0; run < RUNS && worst <= allowed; run++) worst = Math.max(worst, await race());
  return worst;
}
