import type { SpawnOptions } from "node:child_process";

export function runQuietly(program: {
  what: string;
  log: string;
  command: string;
  args: readonly string[];
  options?: SpawnOptions;
}): Promise<void>;
