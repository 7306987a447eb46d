/** For the test beside it; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function buildLivekit(wanted: {
  version: string;
  target: string;
  go: string;
  signal: AbortSignal;
  note: (text: string) => void;
}): Promise<void>;
