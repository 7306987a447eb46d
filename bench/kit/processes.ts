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

/** Process ids of the app or of the worker that run from this data folder. */
function pidsOf(program: "serve" | "worker", data: string): number[] {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return all
    .filter((pid) => textOf(`/proc/${pid}/cmdline`).includes(`.build/${program}.mjs`))
    .filter((pid) => textOf(`/proc/${pid}/environ`).split("\0").includes(`PLENUM_DATA=${data}`))
    .map(Number);
}

/** Fields of /proc/PID/stat after the name, which may hold spaces. */
const statOf = (pid: number | string) => textOf(`/proc/${pid}/stat`).split(") ")[1]?.split(" ") ?? [];
const secondsIn = (fields: readonly string[], places: readonly number[]) =>
  sum(places.map((place) => Number(fields[place] ?? 0))) / TICKS_PER_SECOND;

/** User and system time of a process in seconds. */
const cpuSeconds = (pid: number): number => secondsIn(statOf(pid), [11, 12]);

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

/**
 * What Postgres has used: its first process, which is known by the file it keeps in its folder, with those of its
 * children that have ended, and the children that live.
 */
function postgresSeconds(data: string): number {
  const master = Number(textOf(join(data, "postgres", "postmaster.pid")).split("\n")[0]);
  if (!master) return 0;
  const living = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && statOf(name)[1] === String(master))
    .map(Number);
  return secondsIn(statOf(master), [11, 12, 13, 14]) + sum(living.map(cpuSeconds));
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

const parts = ["livekit", "app", "worker", "postgres", "bots", "bench"] as const;
type Part = (typeof parts)[number];

export type Load = {
  seconds: number;
  /**
   * Cores in use, 1 is one core all the time. `bench` is the load generator without its bots, `others` what this
   * machine did besides, `machine` all of it: near its number of cores, times are mostly waiting for a core.
   */
  cores: Record<Part | "others" | "machine", number>;
  memoryMb: { livekit: number; app: number; worker: number; bots: number };
  udpPacketsPerSecond: number;
};
type Measured = { load: Load; cpuMs: (people: number) => Record<Part, number> };

/** Watches livekit-server, database and app of this stack and the bots from now on. Linux only: it needs /proc. */
export function watchProcesses(data: string, bots: readonly number[] = []): () => Measured {
  const livekit = server.parse(JSON.parse(readFileSync(join(data, "livekit.json"), "utf8"))).pid;
  const [app, worker] = [pidsOf("serve", data), pidsOf("worker", data)];
  const usedBy = (pids: readonly number[]) => sum(pids.map(cpuSeconds));
  const look = () => ({
    at: performance.now(),
    livekit: cpuSeconds(livekit),
    app: usedBy(app),
    postgres: postgresSeconds(data),
    worker: usedBy(worker),
    bots: usedBy(bots),
    bench: cpuSeconds(process.pid),
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
      memoryMb: {
        livekit: memoryMb(livekit),
        app: sum(app.map(memoryMb)),
        worker: sum(worker.map(memoryMb)),
        bots: sum(bots.map(memoryMb)),
      },
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
