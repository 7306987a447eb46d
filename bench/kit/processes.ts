import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

const TICKS_PER_SECOND = 100;
const server = z.object({ pid: z.int() });

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // The process left in the meantime, or is not ours to look at.
    return "";
  }
}

/** Process ids of the app and of the worker that run from this data folder. */
function appPids(data: string): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all
    .filter((pid) => /\.build\/(serve|worker)\.mjs/.test(textOf(`/proc/${pid}/cmdline`)))
    .filter((pid) => textOf(`/proc/${pid}/environ`).split("\0").includes(`PLENUM_DATA=${data}`))
    .map(Number);
}

/** User and system time of a process in seconds; the name before them may hold spaces, so count from its end. */
function cpuSeconds(pid: number): number {
  const fields = textOf(`/proc/${pid}/stat`).split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS_PER_SECOND;
}

const memoryMb = (pid: number) =>
  Math.round(Number(/VmRSS:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024);

/** UDP packets sent on this machine so far, whoever sent them. */
function udpSent(): number {
  const [names = "", values = ""] = textOf("/proc/net/snmp").match(/^Udp: .*$/gm) ?? [];
  const at = names.split(" ").indexOf("OutDatagrams");
  return Number(values.split(" ")[at] ?? 0);
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
const rounded = (value: number) => Math.round(value * 100) / 100;

/** Processes below Postgres's own, which is known by the file it keeps in its folder. */
function postgresPids(data: string): number[] {
  const master = Number(textOf(join(data, "postgres", "postmaster.pid")).split("\n")[0]);
  if (!master) return [];
  const isOurs = (pid: string) =>
    textOf(`/proc/${pid}/stat`).split(") ")[1]?.split(" ")[1] === String(master);
  return [
    master,
    ...readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && isOurs(name))
      .map(Number),
  ];
}

/** Time that all cores together have been at work, in seconds. */
function busySeconds(): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = textOf("/proc/stat")
    .split("\n")[0]
    ?.trim()
    .split(/\s+/)
    .slice(1)
    .map(Number) ?? [0];
  return (user + nice + system + irq + softirq) / TICKS_PER_SECOND;
}

const parts = ["livekit", "app", "postgres", "bench"] as const;
type Part = (typeof parts)[number];

export type Load = {
  seconds: number;
  /**
   * Cores in use, 1 is one core all the time. `bench` is the load generator with its bots, `others` what this machine
   * did besides, `machine` all of it: near its number of cores, every time measured is mostly waiting for a core.
   */
  cores: Record<Part | "others" | "machine", number>;
  memoryMb: { livekit: number; app: number };
  udpPacketsPerSecond: number;
};
type Measured = { load: Load; cpuMs: (people: number) => Record<Part, number> };

/** Watches livekit-server, database and app of this stack and the bots from now on. Linux only: it needs /proc. */
export function watchProcesses(data: string, bots: readonly number[] = []): () => Measured {
  const livekit = server.parse(JSON.parse(readFileSync(join(data, "livekit.json"), "utf8"))).pid;
  const app = appPids(data);
  const usedBy = (pids: readonly number[]) => sum(pids.map(cpuSeconds));
  const look = () => ({
    at: performance.now(),
    livekit: cpuSeconds(livekit),
    app: usedBy(app),
    postgres: usedBy(postgresPids(data)),
    bench: usedBy([process.pid, ...bots]),
    machine: busySeconds(),
    udp: udpSent(),
  });
  const before = look();
  return () => {
    const after = look();
    const seconds = (after.at - before.at) / 1000;
    const spent = (name: Part | "machine") => after[name] - before[name];
    const cores = (name: Part | "machine") => rounded(spent(name) / seconds);
    const used = Object.fromEntries(parts.map((name) => [name, cores(name)])) as Record<Part, number>;
    const others = rounded((spent("machine") - sum(parts.map(spent))) / seconds);
    const load = {
      seconds: rounded(seconds),
      cores: { ...used, others, machine: cores("machine") },
      memoryMb: { livekit: memoryMb(livekit), app: sum(app.map(memoryMb)) },
      udpPacketsPerSecond: Math.round((after.udp - before.udp) / seconds),
    };
    const cpuMs = (people: number) =>
      Object.fromEntries(parts.map((name) => [name, rounded((spent(name) * 1000) / people)])) as Record<
        Part,
        number
      >;
    return { load, cpuMs };
  };
}

/** The load over so many quiet seconds. */
export async function steadyLoad(
  data: string,
  { seconds, bots }: { seconds: number; bots: readonly number[] },
): Promise<Measured> {
  const done = watchProcesses(data, bots);
  await pause(seconds * 1000);
  return done();
}
