import { say } from "./say.mjs";

/**
 * Ends what was started, last first, by Ctrl-C, by SIGTERM or when something failed. One object per command;
 * `end` may be called by several of them and works once. What is started while it ends is ended as well.
 */
export function createShutdown() {
  const ends = [];
  let ending;
  const stopOne = async (stop) => {
    try {
      await stop();
    } catch (error) {
      say(`while stopping: ${error.message}`);
    }
  };
  const stopAll = async () => {
    while (ends.length > 0) await stopOne(ends.pop());
  };
  const end = () => {
    ending ??= stopAll();
    return ending;
  };
  const onStop = (stop) => {
    ends.push(stop);
    if (ending !== undefined) ending = ending.then(stopAll);
  };
  const leave = async (code) => {
    const asked = ending === undefined;
    let last;
    do {
      last = end();
      await last;
    } while (last !== ending);
    if (asked) say("stopped; nothing is left running");
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => leave(signal === "SIGINT" ? 130 : 0));
  return { onStop, end, leave, isEnding: () => ending !== undefined };
}
