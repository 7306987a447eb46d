/** For the tests beside it; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function bundlePrograms(): Promise<string[]>;
export function bundleProgram(entry: string, name: string): Promise<string>;
