import * as Y from "yjs";
import { SHEET_LIMITS, type SheetKind } from "@/domain/interaction/schema/sheets";
import { oneAtATime } from "@/lib/one-at-a-time";
import { type SheetNews, sheetNews, sheetWritten } from "../sheets-api";
import type { Documents } from "./documents";
import type { ClockPort, Reply } from "./ports";
import { Store } from "./store";
import { Timers } from "./timers";

/** What is typed within so many milliseconds travels together. */
const GATHER_MS = 250;
const RETRY_MS = 3000;
/** Origin of what came from the server, in Yjs' word: it is not sent back. */
const SERVER = "server";

export type SheetState = {
  /** Another one after a refusal: then what this browser had was not what everybody has. */
  doc: Y.Doc;
  isKnown: boolean;
  mayWrite: boolean;
  sheetId: string | null;
  /** Written here and not yet at the server. */
  isUnsaved: boolean;
  isOffline: boolean;
  /** Why what was written last was not taken. */
  refusal: string | null;
};

type SheetPorts = {
  documents: Pick<Documents, "send" | "fetch">;
  clock: ClockPort;
  /** Calls back whenever there may be more; returns how to stop. */
  listen: (changed: () => void) => () => void;
};

/** This browser's copy of a room's notes or whiteboard. Rows at the server are the truth; it sends what is new and reads what it lacks. */
export class SheetCopy {
  readonly store = new Store<SheetState>({
    ...{ doc: new Y.Doc(), isKnown: false, mayWrite: false, sheetId: null },
    ...{ isUnsaved: false, isOffline: false, refusal: null },
  });
  #seq = 0;
  #pending: Uint8Array[] = [];
  #timers: Timers;
  #read = oneAtATime(() => this.#askForNews());
  #send = oneAtATime(() => this.#sendPending());

  constructor(
    private readonly where: { roomId: string; kind: SheetKind },
    private readonly ports: SheetPorts,
  ) {
    this.#timers = new Timers(ports.clock);
    this.#follow(this.store.get().doc);
  }

  /** Listens until what it returns is called; what is not yet sent goes then. */
  open = (): (() => void) => {
    const stop = this.ports.listen(() => void this.#read());
    void this.#read();
    return () => {
      stop();
      this.#timers.cancelAll();
      void this.#send();
    };
  };

  /** What the room's own rights say now; where that is news, the server is asked. */
  heed = (mayWrite: boolean): void => {
    const known = this.store.get();
    if (known.isKnown && known.mayWrite !== mayWrite) void this.#read();
  };

  /** Another word about a refusal is not needed: the person goes on. */
  dismiss = (): void => this.store.set({ refusal: null });

  #follow(doc: Y.Doc): void {
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === SERVER || doc !== this.store.get().doc) return;
      this.#pending.push(update);
      this.store.set({ isUnsaved: true });
      if (!this.#timers.has("send")) this.#timers.set("send", GATHER_MS, () => void this.#send());
    });
  }

  /** Begins anew with what the server has. */
  #restart(refusal: string | null): Promise<void> {
    const doc = new Y.Doc();
    this.#seq = 0;
    this.#pending = [];
    this.#follow(doc);
    this.store.set({ doc, isKnown: false, isUnsaved: false, refusal });
    return this.#read();
  }

  async #askForNews(): Promise<void> {
    const { kind, roomId } = this.where;
    const query = new URLSearchParams({ room: roomId, after: String(this.#seq) });
    let restarted = false;
    const outcome = await this.ports.documents.fetch(`sheets/${kind}?${query}`, sheetNews, (news) => {
      // A database that was restored has forgotten what this browser knows.
      restarted = news.seq < this.#seq;
      if (!restarted) this.#take(news);
    });
    this.store.set({ isOffline: outcome === "unreachable" });
    if (outcome === "unreachable") this.#timers.set("read", RETRY_MS, () => void this.#read());
    if (restarted) void this.#restart(null);
  }

  #take({ sheetId, seq, updates, mayWrite }: SheetNews): void {
    const { doc } = this.store.get();
    for (const update of updates) Y.applyUpdate(doc, bytesOf(update), SERVER);
    this.#seq = Math.max(this.#seq, seq);
    this.store.set({ sheetId, mayWrite, isKnown: true });
  }

  async #sendPending(): Promise<void> {
    const sent = this.#pending;
    if (sent.length === 0) return;
    const update = Y.mergeUpdates(sent);
    if (update.length > SHEET_LIMITS.updateBytes) return this.#restart("sheet_full");
    this.#pending = [];
    const reply = await this.#post(update);
    if (reply.ok) return this.#saved(reply.value);
    if (!("refusal" in reply) || reply.refusal.reason === "rate_limited") return this.#sendLater(sent);
    if (reply.refusal.reason === "gap") return this.#sendAll();
    return this.#restart(reply.refusal.reason);
  }

  #post(update: Uint8Array): Promise<Reply<unknown>> {
    const { kind, roomId } = this.where;
    return this.ports.documents.send(`sheets/${kind}`, { roomId, update: textOf(update) }, null);
  }

  #saved(answer: unknown): void {
    const seq = sheetWritten.safeParse(answer).data?.seq;
    // The next number after those that are known is our own: there is nothing in between to be read.
    if (seq === this.#seq + 1) this.#seq = seq;
    else void this.#read();
    this.store.set({ isUnsaved: this.#pending.length > 0, isOffline: false });
    if (this.#pending.length > 0 && !this.#timers.has("send"))
      this.#timers.set("send", GATHER_MS, () => void this.#send());
  }

  #sendLater(sent: readonly Uint8Array[]): void {
    this.#pending = [...sent, ...this.#pending];
    this.store.set({ isOffline: true });
    this.#timers.set("send", RETRY_MS, () => void this.#send());
  }

  /** The server lacks something that this builds on: it gets everything that it does not have. */
  async #sendAll(): Promise<void> {
    this.#seq = 0;
    const server = new Y.Doc();
    const { kind, roomId } = this.where;
    const query = new URLSearchParams({ room: roomId, after: "0" });
    const outcome = await this.ports.documents.fetch(`sheets/${kind}?${query}`, sheetNews, (news) => {
      for (const update of news.updates) Y.applyUpdate(server, bytesOf(update));
      this.#take(news);
    });
    const lacking = Y.encodeStateAsUpdate(this.store.get().doc, Y.encodeStateVector(server));
    if (outcome === "unreachable") return this.#sendLater([lacking]);
    const reply = await this.#post(lacking);
    if (reply.ok) return this.#saved(reply.value);
    if ("refusal" in reply) return this.#restart(reply.refusal.reason);
    this.#sendLater([lacking]);
  }
}

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** In parts: a call has only so many arguments. */
function textOf(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
