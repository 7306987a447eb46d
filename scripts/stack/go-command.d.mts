/** For livekit-build.test.ts; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function runGo(
  go: string,
  args: readonly string[],
  options: { signal: AbortSignal; onLine: (line: string) => void },
): Promise<{ code: number; output: string }>;
