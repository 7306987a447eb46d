/** For the test beside it; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function fetchRelease(wanted: {
  version: string;
  target: string;
  quiet?: number;
  signal?: AbortSignal;
}): Promise<void>;
export function assetName(version: string): string | undefined;
