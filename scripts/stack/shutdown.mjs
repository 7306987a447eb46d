import { say } from "./say.mjs";

/**
 * Ends what was started, last first, by Ctrl-C, by SIGTERM or when something failed. One object per command;
 * `end` may be called by several of them and works once.
 */
export function createShutdown() {
  const ends = [];
  let ending;
  const onStop = (end) => ends.push(end);
  const end = () => {
    ending ??= (async () => {
      for (const stop of ends.reverse()) {
        await stop()?.catch?.((error) => say(`while stopping: ${error.message}`));
      }
    })();
    return ending;
  };
  const leave = async (code) => {
    const asked = ending === undefined;
    await end();
    if (asked) say("stopped; nothing is left running");
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => leave(signal === "SIGINT" ? 130 : 0));
  return { onStop, end, leave, isEnding: () => ending !== undefined };
}
