export function canariesIn(files: readonly string[]): string[];
