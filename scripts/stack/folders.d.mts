/** For vitest.config.ts; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function cacheFolder(): string;
