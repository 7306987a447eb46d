import type { z } from "zod";
import type { Topic } from "../protocol";
import {
  type ChatMessage,
  chatPage,
  handQueue,
  type RaisedHand,
  type RoomPerson,
  type RoomTalk,
  type RoundView,
  roomPeople,
  roomTalks,
  roundList,
} from "../room-api";
import type { ClockPort, ControlPort } from "./ports";
import { Store } from "./store";

export type RoomDocuments = {
  people: RoomPerson[];
  audience: number;
  hands: RaisedHand[];
  messages: ChatMessage[];
  rounds: RoundView[];
  talks: RoomTalk[];
};

const NOTHING: RoomDocuments = { people: [], audience: 0, hands: [], messages: [], rounds: [], talks: [] };
type Name = "people" | "hands" | "chat" | "rounds" | "talks";

const OF_TOPIC: Partial<Record<Topic, readonly Name[]>> = {
  people: ["people"],
  placement: ["people", "rounds"],
  hands: ["hands"],
  chat: ["chat"],
  rounds: ["rounds"],
  talks: ["talks"],
  resync: ["people", "hands", "chat", "rounds", "talks"],
};
/** A whole audience hears the same signal: spread, so that it does not ask in the same moment. */
const JITTER_MS = 500;

/** Copies of the room's lists, read again whenever a signal says that rows changed. */
export class Documents {
  readonly store = new Store<RoomDocuments>(NOTHING);
  #reading = new Map<Name, "running" | "again">();

  constructor(
    private readonly control: ControlPort,
    private readonly clock: ClockPort,
  ) {}

  signalled(topic: Topic): void {
    // Who comes or goes may be the partner of a talk; people without talks need not ask.
    const partners = topic === "people" && this.store.get().talks.length > 0;
    for (const name of partners ? (["people", "talks"] as const) : (OF_TOPIC[topic] ?? [])) {
      const wait = topic === "people" ? this.clock.random() * JITTER_MS : 0;
      this.clock.after(wait, () => void this.#read(name));
    }
  }

  readAll(): void {
    this.signalled("resync");
  }

  /** A message that is already there in another copy (own post, signal) is kept once. */
  add(messages: readonly ChatMessage[]): void {
    const known = new Map(this.store.get().messages.map((one) => [one.id, one]));
    for (const one of messages) known.set(one.id, one);
    const sorted = [...known.values()].sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
    this.store.set({ messages: sorted });
  }

  /** One request at a time per list; a signal in between causes exactly one more. */
  async #read(name: Name): Promise<void> {
    if (this.#reading.has(name)) {
      this.#reading.set(name, "again");
      return;
    }
    this.#reading.set(name, "running");
    await READ[name](this);
    const again = this.#reading.get(name) === "again";
    this.#reading.delete(name);
    if (again) await this.#read(name);
  }

  async fetch<Value>(path: string, schema: z.ZodType<Value>): Promise<Value | undefined> {
    const reply = await this.control.get(path);
    return reply.ok ? schema.safeParse(reply.value).data : undefined;
  }
}

const READ: Record<Name, (documents: Documents) => Promise<void>> = {
  people: async (documents) => {
    const value = await documents.fetch("people", roomPeople);
    if (value) documents.store.set(value);
  },
  hands: async (documents) => {
    const value = await documents.fetch("hands", handQueue);
    if (value) documents.store.set(value);
  },
  chat: async (documents) => {
    const last = documents.store.get().messages.at(-1)?.id;
    const value = await documents.fetch(last ? `chat?after=${encodeURIComponent(last)}` : "chat", chatPage);
    if (value) documents.add(value.messages);
  },
  talks: async (documents) => {
    const value = await documents.fetch("talks", roomTalks);
    if (value) documents.store.set({ talks: value.talks });
  },
  rounds: async (documents) => {
    const value = await documents.fetch("rounds", roundList);
    if (value) documents.store.set({ rounds: value.rounds });
  },
};
