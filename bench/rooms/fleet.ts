import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { type Joined, type Joining, type News, news, type Order } from "./orders";

/** Bots in one process: rtc-node gets unstable when one holds many, and one that breaks takes few with it. */
const CREW = 20;
const READY_MS = 30_000;
/** Longer than the bots themselves take to leave; a process that is still there then is ended. */
const LEAVE_MS = 10_000;
/** The word with which this program runs as a bot process instead of as the bench. */
export const AS_BOTS = "--as-bots";

type Waiting = { resolve: (joined: Joined) => void; reject: (error: Error) => void };

/** One process and the bots it was told to be. */
class Crew {
  readonly waiting = new Map<number, Waiting>();
  readonly #going = new Map<number, () => void>();
  droppedTwice = 0;
  /** It did not leave by itself. */
  wasEnded = false;

  constructor(readonly child: ChildProcess) {
    child.on("message", (message) => this.#hear(news.parse(message)));
    child.on("exit", (code) => {
      for (const { reject } of this.waiting.values()) reject(new Error(`bot process ended (${code})`));
      this.waiting.clear();
      for (const gone of this.#going.values()) gone();
    });
  }

  join(order: Joining): Promise<Joined> {
    return new Promise((resolve, reject) => {
      if (!this.child.connected) reject(new Error("bot process is gone"));
      this.waiting.set(order.id, { resolve, reject });
      this.#tell(order);
    });
  }

  quit(id: number): Promise<void> {
    return new Promise((resolve) => {
      if (!this.child.connected) resolve();
      this.#going.set(id, resolve);
      this.#tell({ what: "quit", id });
    });
  }

  async leave(): Promise<void> {
    if (this.child.exitCode !== null || !this.child.connected) return;
    const ended = once(this.child, "exit");
    this.#tell({ what: "leave" });
    const isLate = await Promise.race([ended.then(() => false), pause(LEAVE_MS, true, { ref: false })]);
    if (!isLate) return;
    this.wasEnded = true;
    this.child.kill("SIGKILL");
    await ended;
  }

  #tell(order: Order): void {
    if (this.child.connected) this.child.send(order);
  }

  #hear(said: News): void {
    if (said.what === "left") this.droppedTwice = said.droppedTwice;
    if (said.what === "quit") this.#going.get(said.id)?.();
    if (said.what !== "joined" && said.what !== "failed") return;
    const asked = this.waiting.get(said.id);
    this.waiting.delete(said.id);
    if (said.what === "failed") asked?.reject(new Error(said.error));
    else asked?.resolve(said);
  }
}

async function startCrew(): Promise<Crew> {
  const program = process.argv[1];
  if (!program) throw new Error("no program to run bots with");
  const child = fork(program, [AS_BOTS]);
  const ready = once(child, "message", { signal: AbortSignal.timeout(READY_MS) });
  await ready;
  return new Crew(child);
}

export type Fleet = {
  pids: number[];
  /** Connects one bot and waits for what it shall receive. Rejects when it does not get in. */
  join: (order: Omit<Joining, "what" | "id">) => Promise<Joined>;
  /** The same, for a bot that goes on its own. */
  enter: (order: Omit<Joining, "what" | "id">) => Promise<Joined & { quit: () => Promise<void> }>;
  /** All leave; says how many handles rtc-node dropped twice meanwhile, and how many processes had to be ended. */
  leave: () => Promise<{ processes: number; handlesDroppedTwice: number; ended: number }>;
};

const running = new Set<Crew>();

/** Ends whatever bots a part that failed has left behind: the next part must not pay for them. */
export function endBots(): void {
  for (const { child } of running) child.kill("SIGKILL");
  running.clear();
}

/** Processes for so many bots. They are all up before the first one joins, so that their start is not measured. */
export async function startFleet(bots: number): Promise<Fleet> {
  const crews: Crew[] = [];
  for (let n = 0; n < Math.ceil(bots / CREW); n++) {
    const crew = await startCrew();
    crews.push(crew);
    running.add(crew);
  }
  let next = 0;
  const enter: Fleet["enter"] = async (order) => {
    const id = next++;
    const crew = crews[id % crews.length];
    if (!crew) throw new Error("a fleet without processes");
    const joined = await crew.join({ what: "join", id, ...order });
    return { ...joined, quit: () => crew.quit(id) };
  };
  return {
    pids: crews.flatMap(({ child }) => child.pid ?? []),
    join: enter,
    enter,
    leave: async () => {
      await Promise.all(crews.map((crew) => crew.leave()));
      for (const crew of crews) running.delete(crew);
      const handlesDroppedTwice = crews.reduce((sum, { droppedTwice }) => sum + droppedTwice, 0);
      const ended = crews.filter(({ wasEnded }) => wasEnded).length;
      return { processes: crews.length, handlesDroppedTwice, ended };
    },
  };
}
