/** For the tests; the launcher itself is plain JavaScript, because it runs before any package is there. */
export function inTurn(ports: readonly number[]): () => number[];

export function startFront(wanted: {
  port?: number;
  host?: string;
  order: () => readonly number[];
}): Promise<{ port: number; close: () => Promise<void> }>;
