import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ReadFile } from "./readers";

/** Exact, like every package; `--no-deps` keeps the list complete. */
const PACKAGES = [
  "icalendar==7.3.2",
  "python-dateutil==4.0.0",
  "typing_extensions==4.16.0",
  "tzdata==2026.6",
];
const SCRIPT = join(import.meta.dirname, "read-calendars.py");
const MINUTE = 60_000;

const entry = z.object({
  uid: z.string(),
  sequence: z.number(),
  status: z.string(),
  summary: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
});
const readings = z.array(z.array(z.object({ method: z.string(), entries: z.array(entry) })));

function run(program: string, args: readonly string[], input = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { timeout: 3 * MINUTE, maxBuffer: 64 * 1_024 * 1_024 };
    const child = execFile(program, args, options, (error, stdout, stderr) =>
      error ? reject(new Error(stderr.trim().split("\n").at(-1) || error.message)) : resolve(stdout),
    );
    // A program that is missing or ends early closes the pipe; its own error is the one that is told.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
}

const pythonIn = (folder: string) =>
  process.platform === "win32" ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");

const PIP = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps"];

/** A Python of our own with the packages in it, made once and shared by every clone; half a one is never left behind. */
async function environmentIn(cache: string): Promise<string> {
  const folder = join(cache, `python-${PACKAGES[0]?.replace("==", "-")}`);
  if (existsSync(folder)) return pythonIn(folder);
  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(`${folder}-`);
  try {
    await run("python3", ["-m", "venv", half]);
    await run(pythonIn(half), [...PIP, "--retries", "1", "--timeout", "15", ...PACKAGES]);
    if (!existsSync(folder)) renameSync(half, folder);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return pythonIn(folder);
}

/** Reads many files at once, each twice: with the zones Python knows, and with the rules in the file. */
export type PythonReader = (texts: readonly string[]) => Promise<ReadFile[][]>;

/** Python's icalendar; where Python or its packages cannot be had, the reason why, for the test that is left out. */
export async function pythonReader(cache: string): Promise<PythonReader | { missing: string }> {
  try {
    const python = await environmentIn(cache);
    await run(python, ["-c", "import icalendar"]);
    return async (texts) => readings.parse(JSON.parse(await run(python, [SCRIPT], JSON.stringify(texts))));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { missing: `no python3 with icalendar (${reason})` };
  }
}
