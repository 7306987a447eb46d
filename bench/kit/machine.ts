import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, platform, release, totalmem } from "node:os";
import { z } from "zod";

const manifest = z.object({ version: z.string() });

/** Version of an installed package, read where the bench runs: in the root of the clone. */
const versionOf = (name: string) =>
  manifest.parse(JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"))).version;

function commit(): string {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
}

export type Machine = {
  date: string;
  commit: string;
  cpu: string;
  cores: number;
  memoryGb: number;
  /** Processes that want a core at the end of the run, averages over 1, 5 and 15 minutes: shows who else was there. */
  load: number[];
  system: string;
  versions: Record<string, string>;
};

/** What a number means nothing without: when, on what, with which versions. Names no host and no path. */
export function machine(more: Record<string, string> = {}): Machine {
  return {
    date: new Date().toISOString(),
    commit: commit(),
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg().map((value) => Math.round(value * 10) / 10),
    system: `${platform()} ${release().split("-")[0]}`,
    versions: { node: process.versions.node, next: versionOf("next"), react: versionOf("react"), ...more },
  };
}
