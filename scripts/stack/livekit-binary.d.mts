/** For a test; the launcher itself is plain JavaScript, because it runs before any package is there. */
export const livekitVersion: string;
export function programHere(): string | undefined;
