/** For vitest.config.ts and a test; the launcher itself is plain JavaScript, because it runs before any package is there. */
export const root: string;
export function cacheFolder(): string;
