/** For the test beside it; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function bundleProgram(entry: string, name: string): Promise<string>;
