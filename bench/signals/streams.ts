import { setTimeout as pause } from "node:timers/promises";
import { decode, signal } from "@/realtime/protocol";
import { crowd } from "../kit/crowd";
import type { Guest } from "../kit/live-event";

/** After that a signal counts as missed. */
const PATIENCE_MS = 5000;

type Heard = { delays: number[]; missed: number };
export type Audience = {
  size: number;
  /** Milliseconds from now until each stream hears that numbers of a poll have changed. */
  nextVotes: () => Promise<Heard>;
  /** Such signals so far, over all streams. */
  votesHeard: () => number;
  close: () => void;
};

type Opening = { guests: readonly Guest[]; slug: string; streams: number };

/** Signals in a part of a stream, which may end within a line. */
function reader(onTopic: (topic: string) => void): (part: string) => void {
  let rest = "";
  return (part) => {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (!line.startsWith("data: ")) continue;
      const heard = decode(signal, line.slice("data: ".length));
      if (heard) onTopic(heard.topic);
    }
  };
}

/** Opens so many event streams; the processes of the app share them. */
export async function openStreams({ guests, slug, streams }: Opening): Promise<Audience> {
  let heardInAll = 0;
  let waiting: ((stream: number) => void) | undefined;
  const opened = await crowd({ people: streams, concurrency: 40 }, async (stream) => {
    const guest = guests[stream % guests.length];
    if (!guest) throw new Error("nobody is there to listen");
    const onPart = reader((topic) => {
      if (topic !== "ballots") return;
      heardInAll += 1;
      waiting?.(stream);
    });
    return guest.browser.listen(`/api/stream?event=${slug}`, onPart);
  });
  if (opened.errors.length > 0) throw new Error(`a stream did not open: ${opened.errors[0]}`);

  const nextVotes = async (): Promise<Heard> => {
    const started = performance.now();
    const delays = new Map<number, number>();
    const everybody = new Promise<void>((resolve) => {
      waiting = (stream) => {
        if (!delays.has(stream)) delays.set(stream, performance.now() - started);
        if (delays.size === streams) resolve();
      };
    });
    await Promise.race([everybody, pause(PATIENCE_MS)]);
    waiting = undefined;
    return { delays: [...delays.values()], missed: streams - delays.size };
  };
  const close = () => {
    for (const end of opened.values) end();
  };
  return { size: streams, nextVotes, votesHeard: () => heardInAll, close };
}
