import type { AsideKind } from "@/domain/rooms/rules/asides";
import { inLanes } from "@/lib/in-lanes";
import { type AsideTarget, roomAside } from "../room-api";
import { type ClockPort, type ControlPort, type Playable, type RoomPort, refusalOf } from "./ports";
import { Store } from "./store";
import { Timers } from "./timers";

type Setting = {
  control: ControlPort;
  clock: ClockPort;
  makeRoom: () => RoomPort;
  /** The person's own microphone, which goes on being heard where they are. */
  mic: () => MediaStreamTrack | null;
};

export type AsideView = {
  /** What is on, or about to be; null when nothing is. */
  kind: AsideKind | null;
  /** The room listened to, or the round spoken to. */
  of: string | null;
  /** `told`: the room has been told, and nothing is heard yet. `over`: listening ended, and not by the host. */
  phase: "off" | "told" | "on" | "over";
  /** What is heard of the room listened to. */
  voices: readonly Playable[];
  /** How many rooms hear the person, of how many. */
  reached: number;
  rooms: number;
};
const OFF: AsideView = { kind: null, of: null, phase: "off", voices: [], reached: 0, rooms: 0 };

/** A little behind the moment the server names: it gives nothing before it. */
const BEHIND_MS = 100;
/** The server ends what it no longer allows: an empty answer says so. */
const AGAIN_MS = 5_000;

type Open = { room: RoomPort; voice: MediaStreamTrack | null };

/** A host's second ear in one breakout, or voice in all of them, beside the room they are in. One at a time. */
export class Aside {
  readonly store = new Store<AsideView>(OFF);
  #timers: Timers;
  #open = new Map<string, Open>();
  /** What began before the last click must not open anything any more. */
  #turn = 0;

  constructor(private readonly setting: Setting) {
    this.#timers = new Timers(setting.clock);
  }

  /** The reason of a refusal; null once the room is being told. */
  listen = (roomId: string): Promise<string | null> =>
    this.#begin("listen", roomId, { action: "listen", roomId });

  /** The reason of a refusal, `no_mic` without a microphone; null once the rooms hear. */
  async speak(roundId: string): Promise<string | null> {
    if (!this.setting.mic()) return "no_mic";
    return this.#begin("speak", roundId, { action: "speak", roundId });
  }

  /** Null, as nothing can be refused. */
  async stop(): Promise<null> {
    const { kind, phase } = this.store.get();
    this.#drop();
    if (phase !== "over") await this.#tellEnd(kind);
    return null;
  }

  async #tellEnd(kind: AsideKind | null): Promise<void> {
    if (kind === "listen") await this.setting.control.post("aside", { action: "listen", roomId: null });
    if (kind === "speak") await this.setting.control.post("aside", { action: "speak", roundId: null });
  }

  /** The server ended it: whoever listens is told so, or they would wait for a word from a room they no longer hear. */
  #lose(): void {
    const { kind, of } = this.store.get();
    this.#drop();
    if (kind === "listen") this.store.set({ kind, of, phase: "over" });
  }

  /** With the page, or the way out of the room. */
  close(): void {
    if (this.store.get().kind) void this.stop();
  }

  async #begin(kind: AsideKind, of: string, body: object): Promise<string | null> {
    this.#drop();
    const turn = this.#turn;
    const reply = await this.setting.control.post("aside", body);
    if (!reply.ok) return refusalOf(reply);
    if (turn !== this.#turn) return null;
    this.store.set({ ...OFF, kind, of, phase: "told" });
    await this.#look(turn);
    return null;
  }

  /** Asks for what is needed until it is given, and afterwards whether it still may be. */
  async #look(turn: number): Promise<void> {
    const reply = await this.setting.control.get("aside");
    if (turn !== this.#turn) return;
    const { data } = roomAside.safeParse(reply.ok ? reply.value : undefined);
    const again = (ms: number) => this.#timers.set("look", ms, () => void this.#look(turn));
    if (!data) return again(AGAIN_MS);
    if (!data.aside) return this.#lose();
    const early = Date.parse(data.aside.soundFrom) - Date.parse(data.serverNow);
    if (early > 0) return again(early + BEHIND_MS);
    // Told already, and nothing is given: the room is over, or only two are left in it.
    if (data.aside.targets.length === 0) {
      this.#lose();
      return this.#tellEnd(data.aside.kind);
    }
    await this.#connect(data.aside.targets, turn);
    if (turn === this.#turn) again(AGAIN_MS);
  }

  async #connect(targets: readonly AsideTarget[], turn: number): Promise<void> {
    const named = new Set(targets.map(({ roomId }) => roomId));
    for (const [roomId, open] of this.#open) if (!named.has(roomId)) this.#leave(roomId, open);
    const missing = targets.filter(({ roomId }) => !this.#open.get(roomId)?.room.alive);
    await inLanes(missing, (target) => this.#enter(target, turn));
    if (turn !== this.#turn) return;
    this.store.set({ phase: "on", rooms: targets.length, reached: this.#open.size });
    this.#read();
  }

  async #enter(target: AsideTarget, turn: number): Promise<void> {
    const listens = this.store.get().kind === "listen";
    const room = this.setting.makeRoom();
    const voice = listens ? null : (this.setting.mic()?.clone() ?? null);
    room.onNews(() => this.#read());
    try {
      await room.connect(target, listens);
      if (turn !== this.#turn) throw new Error("stopped meanwhile");
      if (voice) await room.publish("mic", voice, () => false);
    } catch {
      voice?.stop();
      void room.disconnect();
      return;
    }
    if (turn !== this.#turn) return this.#close({ room, voice });
    this.#open.set(target.roomId, { room, voice });
  }

  #read(): void {
    if (this.store.get().kind !== "listen") return;
    const people = [...this.#open.values()].flatMap(({ room }) => room.read().people);
    this.store.set({ voices: people.flatMap(({ voices }) => voices) });
  }

  #leave(roomId: string, open: Open): void {
    this.#open.delete(roomId);
    this.#close(open);
  }

  #close({ room, voice }: Open): void {
    voice?.stop();
    void room.disconnect();
  }

  #drop(): void {
    this.#turn += 1;
    this.#timers.cancelAll();
    for (const [roomId, open] of this.#open) this.#leave(roomId, open);
    this.store.set(OFF);
  }
}
