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
/** Holds the packages where no Python of our own could be made. */
const BESIDE = "packages";
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

/** A Python of our own with the packages in it; where the system's has no `venv`, its own pip puts them beside it. */
async function install(folder: string): Promise<void> {
  const options = ["--retries", "1", "--timeout", "15"];
  try {
    await run("python3", ["-m", "venv", folder]);
    await run(pythonIn(folder), [...PIP, ...options, ...PACKAGES]);
  } catch (withoutVenv) {
    const beside = [...PIP, ...options, "--target", join(folder, BESIDE), ...PACKAGES];
    await run("python3", beside).catch(() => {
      throw withoutVenv;
    });
  }
}

/** Made once and shared by every clone; half a one is never left behind. */
async function environmentIn(cache: string): Promise<string> {
  const folder = join(cache, `python-${PACKAGES[0]?.replace("==", "-")}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(`${folder}-`);
  try {
    await install(half);
    if (!existsSync(folder)) renameSync(half, folder);
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
  return folder;
}

/** The program, and where it finds the packages. */
function commandIn(folder: string): { program: string; path: string } {
  const beside = join(folder, BESIDE);
  return existsSync(beside) ? { program: "python3", path: beside } : { program: pythonIn(folder), path: "" };
}

/** Reads many files at once, each twice: with the zones Python knows, and with the rules in the file. */
export type PythonReader = (texts: readonly string[]) => Promise<ReadFile[][]>;

/** Python's icalendar; where Python or its packages cannot be had, the reason why, for the test that is left out. */
export async function pythonReader(cache: string): Promise<PythonReader | { missing: string }> {
  try {
    const { program, path } = commandIn(await environmentIn(cache));
    await run(program, [SCRIPT, path], "[]");
    return async (texts) =>
      readings.parse(JSON.parse(await run(program, [SCRIPT, path], JSON.stringify(texts))));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { missing: `not read by Python: no python3 with icalendar here (${reason})` };
  }
}
