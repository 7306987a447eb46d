import type { Epoch } from "@/domain/rooms/schema";
import type { Signal, Target, WhereAmI } from "../../protocol";
import type { ControlPort, Reply } from "../ports";
import type { FakeClock } from "./fake-clock";

const rights = {
  mic: true,
  cam: true,
  screen: true,
  data: true,
  hidden: false,
  chat: true,
  raiseHand: true,
  moderate: false,
};

type Where = {
  room: string;
  epoch: Epoch;
  fewCameras?: boolean;
  next?: { room: string; at: number; autoMove?: boolean };
};

export function targetOf(room: string, epoch: Epoch, startsAt = 0): Target {
  return {
    epoch,
    room: { id: room, kind: room === "main" ? "main" : "breakout", label: room, people: 2 },
    roundId: room === "main" ? null : `rnd_${room}`,
    rights,
    fewCameras: true,
    url: "ws://fake",
    token: room,
    startsAt: new Date(startsAt).toISOString(),
    endsAt: null,
  };
}

/** A server whose answers the test decides. */
export class FakeControl implements ControlPort {
  answer: "wait" | "elsewhere" | "removed" | "ended" | "down" | Where = "wait";
  posted: string[] = [];
  /** What reading a list answers; nothing is like no network. */
  lists: Record<string, object> = {};
  read: string[] = [];
  /** How often somebody began to listen. */
  listened = 0;
  known = true;
  signal: (signal: Signal) => void = () => undefined;

  constructor(private readonly clock: FakeClock) {}

  async whereAmI(): Promise<Reply<WhereAmI>> {
    return this.#reply();
  }

  async join(takeOver: boolean): Promise<Reply<WhereAmI>> {
    this.posted.push(takeOver ? "take over" : "join");
    this.known = true;
    return this.#reply();
  }

  async post(path: string, body: object = {}): Promise<Reply<unknown>> {
    this.posted.push(`${path} ${JSON.stringify(body)}`);
    return { ok: true, value: {} };
  }

  async get(path: string): Promise<Reply<unknown>> {
    this.read.push(path);
    const value = this.lists[path];
    return value ? { ok: true, value } : { ok: false, unreachable: true };
  }

  listen(_slug: string, listener: (signal: Signal) => void): () => void {
    this.listened += 1;
    this.signal = listener;
    return () => undefined;
  }

  placementChanged(): void {
    this.signal({ v: 1, channel: "adm_x", seq: 1, topic: "placement" });
  }

  #reply(): Reply<WhereAmI> {
    const { answer } = this;
    if (answer === "down") return { ok: false, unreachable: true };
    const value = answerOf(answer, new Date(this.clock.now()).toISOString());
    return { ok: true, value: this.known ? value : { ...value, me: null } };
  }
}

export function answerOf(answer: Exclude<FakeControl["answer"], "down">, serverNow: string): WhereAmI {
  const session = {
    eventId: "evt_x",
    title: "Event",
    slug: "event",
    mode: "roundtable" as const,
    live: true,
    frozen: false,
    locked: false,
    startsAt: serverNow,
    endsAt: serverNow,
  };
  const common = {
    serverNow,
    session,
    me: { admissionId: "adm_x", name: "Ada", role: "participant" as const },
  };
  if (answer === "wait") return { state: "wait", ...common, reason: "not_joined", opensAt: null };
  if (answer === "elsewhere") return { state: "elsewhere", ...common };
  if (answer === "removed") return { state: "removed", ...common, until: null };
  if (answer === "ended") return { state: "ended", ...common, nextEventSlug: null };
  const { room, epoch, next, fewCameras = true } = answer;
  const coming = next && {
    ...targetOf(next.room, [epoch[0], next.at], next.at),
    autoMove: next.autoMove ?? true,
  };
  return {
    state: "room",
    ...common,
    target: { ...targetOf(room, epoch), fewCameras },
    next: coming ?? null,
    announced: null,
  };
}
