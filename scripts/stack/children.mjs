import { spawn } from "node:child_process";

export const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
};

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves true when `isDone` comes true within the time, false otherwise. */
export async function waitFor(isDone, milliseconds, every = 50) {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await isDone()) return true;
    if (Date.now() > end) return false;
    await pause(every);
  }
}

/**
 * Ends a process by its id: `signal` first, SIGKILL after `grace` milliseconds. Next does not leave while an event
 * stream is open and livekit-server waits for its guests, so asking alone is not enough.
 */
export async function endProcess(pid, { signal = "SIGTERM", grace = 3_000, whole = false } = {}) {
  const send = (what) => {
    try {
      process.kill(whole && process.platform !== "win32" ? -pid : pid, what);
    } catch {
      // It left in the meantime, which is what we want.
    }
  };
  if (!isAlive(pid)) return;
  send(signal);
  if (await waitFor(() => !isAlive(pid), grace)) return;
  send("SIGKILL");
  await waitFor(() => !isAlive(pid), 2_000);
}

/**
 * Starts a child in its own process group: Ctrl-C in a terminal reaches only the launcher, which ends the children in
 * order. With `tied` the child has a channel to us and leaves by itself when we are killed.
 */
export function startChild(command, args, { tied = false, stdio = "inherit", ...options } = {}) {
  const streams = ["ignore", stdio, stdio];
  return spawn(command, args, { ...options, detached: true, stdio: tied ? [...streams, "ipc"] : streams });
}

/**
 * Runs a program to its end with our output; resolves its exit code. When we leave before, it is ended too; `onStart`
 * gets the child for those who want to end it more gently than that.
 */
export function runToEnd(command, args, { onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    onStart?.(child);
    const end = () => child.kill("SIGTERM");
    process.once("exit", end);
    child.once("error", reject);
    child.once("exit", (code) => {
      process.off("exit", end);
      resolve(code ?? 1);
    });
  });
}
