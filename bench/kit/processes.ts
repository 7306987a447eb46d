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

export type Load = {
  seconds: number;
  /** Cores in use, 1 is one core all the time. */
  cores: { livekit: number; app: number; bench: number };
  memoryMb: { livekit: number; app: number };
  udpPacketsPerSecond: number;
};

/** Watches livekit-server and the app of this stack from now on. Linux only: elsewhere there is no /proc. */
export function watchProcesses(data: string): () => Load {
  const livekit = server.parse(JSON.parse(readFileSync(join(data, "livekit.json"), "utf8"))).pid;
  const app = appPids(data);
  const look = () => ({
    at: performance.now(),
    livekit: cpuSeconds(livekit),
    app: sum(app.map(cpuSeconds)),
    bench: cpuSeconds(process.pid),
    udp: udpSent(),
  });
  const before = look();
  return () => {
    const after = look();
    const seconds = (after.at - before.at) / 1000;
    const cores = (name: "livekit" | "app" | "bench") => rounded((after[name] - before[name]) / seconds);
    return {
      seconds: rounded(seconds),
      cores: { livekit: cores("livekit"), app: cores("app"), bench: cores("bench") },
      memoryMb: { livekit: memoryMb(livekit), app: sum(app.map(memoryMb)) },
      udpPacketsPerSecond: Math.round((after.udp - before.udp) / seconds),
    };
  };
}

/** The load over so many quiet seconds. */
export async function steadyLoad(data: string, seconds: number): Promise<Load> {
  const done = watchProcesses(data);
  await pause(seconds * 1000);
  return done();
}
