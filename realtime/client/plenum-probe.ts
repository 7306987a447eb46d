const QUESTIONS = 3;
const TIMEOUT_MS = 10_000;

/** How many milliseconds Plenum took for each of a few small answers; none when it cannot be reached. */
export async function probePlenum(): Promise<number[]> {
  const answers: number[] = [];
  for (let question = 0; question < QUESTIONS; question++) {
    const askedAt = performance.now();
    try {
      const response = await fetch("/healthz", {
        cache: "no-store",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (!response.ok) return [];
    } catch {
      // No network, a time-out, or something between that lets nothing through.
      return [];
    }
    answers.push(performance.now() - askedAt);
  }
  return answers;
}
