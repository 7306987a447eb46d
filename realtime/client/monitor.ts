import { roomMonitor } from "../stage-api";
import type { ClockPort, ControlPort, Presence, RoomPort } from "./ports";
import { Store } from "./store";
import { Timers } from "./timers";

type Setting = { control: ControlPort; clock: ClockPort; makeRoom: () => RoomPort };

export type MonitorView = {
  /** `on`: the stage is seen and heard. */
  phase: "off" | "looking" | "on";
  people: readonly Presence[];
  speakers: readonly string[];
};
const OFF: MonitorView = { phase: "off", people: [], speakers: [] };

/** The server ends what it no longer allows, and LiveKit may lose it: whoever looks on asks again. */
const AGAIN_MS = 5_000;

/** The stage as it is seen and heard from behind it, beside the room one is in. Nobody sees that it is watched. */
export class Monitor {
  readonly store = new Store<MonitorView>(OFF);
  #timers: Timers;
  #room: RoomPort | null = null;
  /** What began before the last change must not open anything any more. */
  #turn = 0;

  constructor(private readonly setting: Setting) {
    this.#timers = new Timers(setting.clock);
  }

  /** Begins to look; called again it changes nothing. */
  watch = (): void => {
    if (this.store.get().phase !== "off") return;
    this.store.set({ phase: "looking" });
    void this.#look(this.#turn);
  };

  /** With the way onto the stage, or out of the page. */
  stop = (): void => {
    this.#turn += 1;
    this.#timers.cancelAll();
    this.#leave();
    this.store.set(OFF);
  };

  async #look(turn: number): Promise<void> {
    if (!this.#room?.alive) await this.#enter(turn);
    if (turn !== this.#turn) return;
    this.#timers.set("look", AGAIN_MS, () => void this.#look(turn));
  }

  async #enter(turn: number): Promise<void> {
    this.#leave();
    const reply = await this.setting.control.get("monitor");
    const { data } = roomMonitor.safeParse(reply.ok ? reply.value : undefined);
    if (turn !== this.#turn || !data?.target) return;
    const room = this.setting.makeRoom();
    room.onNews(() => this.#read(room));
    try {
      await room.connect(data.target, true);
    } catch {
      void room.disconnect();
      return;
    }
    if (turn !== this.#turn) return void room.disconnect();
    this.#room = room;
    this.#read(room);
  }

  #read(room: RoomPort): void {
    if (room !== this.#room) return;
    const { people, speakers } = room.read();
    this.store.set({ phase: "on", people: people.filter(({ own }) => !own), speakers });
  }

  #leave(): void {
    void this.#room?.disconnect();
    this.#room = null;
    if (this.store.get().phase === "on") this.store.set({ phase: "looking", people: [], speakers: [] });
  }
}
