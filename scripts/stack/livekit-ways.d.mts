/** For livekit-build.test.ts; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function firstWayThatWorks(search: {
  ways: readonly { name: string; hint?: string; get: (how: { signal: AbortSignal }) => Promise<void> }[];
  wanted: { version: string; target: string };
  works: (program: string) => boolean;
  signal: AbortSignal;
}): Promise<string>;
