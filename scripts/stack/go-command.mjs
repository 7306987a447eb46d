import { once } from "node:events";
import { createInterface } from "node:readline";
import { endProcess, startChild } from "./children.mjs";

/**
 * Runs Go to its end; resolves its exit code and standard output, and hands over each line of standard error. When
 * `signal` aborts, Go and the compilers it runs are ended, and then it rejects with the reason of the signal.
 */
export async function runGo(go, args, { signal, onLine, ...options }) {
  signal.throwIfAborted();
  const child = startChild(go, args, { ...options, stdio: "pipe" });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output += text;
  });
  createInterface({ input: child.stderr }).on("line", onLine);
  const end = () => {
    endProcess(child.pid, { signal: "SIGINT", whole: true });
  };
  signal.addEventListener("abort", end);
  process.on("exit", end);
  try {
    const [code] = await once(child, "close");
    signal.throwIfAborted();
    return { code: code ?? 1, output };
  } finally {
    signal.removeEventListener("abort", end);
    process.off("exit", end);
  }
}
