import { StackFailure } from "./failure.mjs";
import { say, step } from "./say.mjs";

/**
 * The first way that puts a program at `wanted.target` which `works` accepts; resolves its name. A way that fails
 * gives the next one its turn; an interrupt is no failure of a way and ends them all with the reason of `signal`.
 */
export async function firstWayThatWorks({ ways, wanted, works, signal }) {
  const tried = [];
  let told = false;
  for (const { name, get, hint, applies = () => true } of ways) {
    if (!applies()) continue;
    if (hint !== undefined && !told) say(hint);
    told ||= hint !== undefined;
    try {
      await step(`livekit-server ${wanted.version} by ${name}`, (note) => get({ ...wanted, signal, note }));
      signal.throwIfAborted();
      if (works(wanted.target)) return name;
      tried.push(`${name}: the program does not run here`);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      const why = error.cause?.code ?? error.message;
      say(`  not by ${name}: ${why}`);
      tried.push(`${name}: ${why}`);
    }
  }
  throw new StackFailure(
    `no livekit-server ${wanted.version} found:\n  ${tried.join("\n  ")}\nPut one on PATH, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET.`,
  );
}
