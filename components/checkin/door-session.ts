import type { DoorPeople } from "@/domain/attendance/schema";
import { splitCheckInCode } from "@/lib/check-in-code";
import type { Id } from "@/lib/ids";
import type { DoorLine, Reply } from "./door-line";
import type { DoorPerson } from "./find-people";
import type { OfflineQueue, Waiting } from "./offline-queue";

type Who = { name: string; organisation: string; registrationId?: Id<"registration"> | undefined };

/** What the screen says of the last person. `noted`: kept here until the server can be reached. */
export type Shown = Who &
  (
    | { state: "in" | "already" | "undone"; at: string }
    | { state: "noted"; key: string; at: string }
    | { state: "lost" | "out" | "changed" }
    | { state: "refused"; reason: string }
  );

/** An entry that can be taken back where it is shown; with a `key` while only this door knows of it. */
export type Undoable = Who & { at: string; key?: string | undefined };

export function undoableOf(shown: Shown): Undoable | undefined {
  const { name, organisation, registrationId } = shown;
  if (shown.state === "noted") return { name, organisation, registrationId, at: shown.at, key: shown.key };
  return shown.state === "in" ? { name, organisation, registrationId, at: shown.at } : undefined;
}

export type DoorState = {
  people: readonly DoorPerson[];
  shown: Shown | undefined;
  /** The last answers about people, newest first. */
  recent: readonly Shown[];
  /** How many came without having registered before. */
  walkIns: number;
  /** Scans that the server has not heard of yet. */
  waiting: number;
  connection: "ok" | "offline" | "signed_out";
  /** What was refused when it was sent later: that person is inside, and should not be. */
  late: readonly Extract<Shown, { state: "refused" }>[];
};

/** What happens at a door. */
export type Deed =
  | { code: string }
  | { registrationId: Id<"registration"> }
  | { name: string; email: string };

type Parts = {
  line: DoorLine;
  queue: OfflineQueue;
  clock: () => number;
  newKey: () => string;
  people: DoorPeople;
  /** What the page itself has to say, before anything is scanned. */
  shown?: Shown | undefined;
};

const MOST_RECENT = 6;
const REMEMBERED = new Set<Shown["state"]>(["in", "already", "noted", "refused"]);

/** Whom any door of the event has let in last, as far as the page knew when it came. */
const lastArrived = (people: readonly DoorPerson[]): Shown[] =>
  people
    .flatMap(({ id: registrationId, name, organisation, arrival }): Extract<Shown, { at: string }>[] =>
      arrival?.how === "door" ? [{ state: "in", registrationId, name, organisation, at: arrival.at }] : [],
    )
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, MOST_RECENT);

const asText = (deed: Deed): Record<string, string> => ({ ...deed });

/**
 * One door while its page is open: sends each scan at once, keeps what cannot be sent, and shows one answer at a time.
 * Outside React, so that the camera can call it and tests can run it.
 */
export class DoorSession {
  #state: DoorState;
  #listeners = new Set<() => void>();
  #parts: Parts;
  /** Added to this machine's clock it gives the server's. */
  #ahead: number;
  #replaying: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#ahead = Date.parse(parts.people.now) - parts.clock();
    this.#state = {
      people: parts.people.people,
      shown: parts.shown,
      recent: lastArrived(parts.people.people),
      walkIns: parts.people.walkIns,
      waiting: 0,
      connection: "ok",
      late: [],
    };
  }

  readonly state = (): DoorState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What was kept over a reload; the page that comes from the server knows nothing of it. */
  wake(): void {
    this.#set({ waiting: this.#parts.queue.list().length });
  }

  /** Lets somebody in. The answer is on the screen when the promise is done. */
  async letIn(deed: Deed): Promise<void> {
    if ("code" in deed && !splitCheckInCode(deed.code))
      return this.#show({ state: "refused", reason: "unknown_code", name: "", organisation: "" });
    const scannedAt = new Date(this.#parts.clock() + this.#ahead).toISOString();
    const path = "email" in deed ? "/walk-in" : "";
    const entry: Waiting = { key: this.#parts.newKey(), path, body: { ...asText(deed), scannedAt } };
    const reply = await this.#parts.line.send(entry);
    if (reply.kind === "later" || reply.kind === "signed_out") return this.#note(entry, reply.kind);
    this.#show(this.#shownOf(reply, entry));
    await this.replay();
    if (path === "/walk-in") await this.refresh();
  }

  /** Sends what waits, oldest first, until the server is away again. */
  replay(): Promise<void> {
    const running =
      this.#replaying ??
      this.#sendAll().finally(() => {
        this.#replaying = undefined;
      });
    this.#replaying = running;
    return running;
  }

  async #sendAll(): Promise<void> {
    for (const entry of this.#parts.queue.list()) if (!(await this.#resend(entry))) return;
  }

  /** Takes back what this door has just done, on its own list or on the server's. */
  async undo({ name, organisation, registrationId, at, key }: Undoable): Promise<void> {
    const who = { name, organisation, registrationId };
    await this.#replaying;
    if (this.#parts.queue.list().some((entry) => entry.key === key)) {
      this.#parts.queue.remove(key ?? "");
      this.#set({ waiting: this.#parts.queue.list().length });
      this.#mark(registrationId, null);
      return this.#show({ ...who, state: "out" });
    }
    if (!registrationId) return this.#show({ ...who, state: "refused", reason: "undo_failed" });
    const outcome = await this.#parts.line.undo({ registrationId, at });
    if (outcome === "failed") return this.#show({ ...who, state: "refused", reason: "undo_failed" });
    if (outcome === "undone") this.#mark(registrationId, null);
    this.#show({ ...who, state: outcome === "undone" ? "out" : "changed" });
  }

  /** What other doors have done meanwhile, and what time it is. What waits here still counts as come. */
  async refresh(): Promise<void> {
    const asked = this.#parts.clock();
    const fresh = await this.#parts.line.people();
    if (!fresh) return;
    this.#ahead = Date.parse(fresh.now) - (asked + this.#parts.clock()) / 2;
    this.#set({ people: fresh.people, walkIns: fresh.walkIns });
    for (const { body } of this.#parts.queue.list()) this.#mark(this.#personOf(body)?.id, body.scannedAt);
  }

  #set(change: Partial<DoorState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  #show(shown: Shown): void {
    const isTold = REMEMBERED.has(shown.state) && shown.name !== "";
    const recent = isTold ? [shown, ...this.#state.recent].slice(0, MOST_RECENT) : this.#state.recent;
    this.#set({ shown, recent });
  }

  #note(entry: Waiting, why: "later" | "signed_out"): void {
    const person = this.#personOf(entry.body);
    const isBarred = person !== undefined && person.standing !== "welcome";
    const isKept = !isBarred && this.#parts.queue.add(entry);
    const { name = "", organisation = "" } = person ?? entry.body;
    const who = { name, organisation, registrationId: person?.id };
    const at = entry.body.scannedAt ?? "";
    this.#set({
      waiting: this.#parts.queue.list().length,
      connection: why === "later" ? "offline" : "signed_out",
    });
    // The list is a minute old at most: better to send somebody to the desk than to let in who has no seat.
    if (isBarred) this.#show({ ...who, state: "refused", reason: person.standing });
    else if (!isKept) this.#show({ ...who, state: "lost" });
    else if (person?.arrival?.how === "door") this.#show({ ...who, state: "already", at: person.arrival.at });
    else {
      this.#mark(person?.id, at);
      this.#show({ ...who, state: "noted", key: entry.key, at });
    }
  }

  async #resend(entry: Waiting): Promise<boolean> {
    const reply = await this.#parts.line.send(entry);
    if (reply.kind === "later" || reply.kind === "signed_out") {
      this.#set({ connection: reply.kind === "later" ? "offline" : "signed_out" });
      return false;
    }
    this.#parts.queue.remove(entry.key);
    const shown = this.#shownOf(reply, entry);
    const late = shown.state === "refused" ? [...this.#state.late, shown] : this.#state.late;
    this.#set({ waiting: this.#parts.queue.list().length, late });
    return true;
  }

  #shownOf(reply: Extract<Reply, { kind: "answer" | "refused" }>, { body }: Waiting): Shown {
    this.#set({ connection: "ok" });
    if (reply.kind === "answer") {
      const { answer } = reply;
      if (answer.state !== "undone") this.#mark(answer.registrationId, answer.at);
      return answer;
    }
    const person = this.#state.people.find(({ id }) => id === reply.registrationId) ?? this.#personOf(body);
    const { name = "", organisation = "" } = person ?? body;
    return { state: "refused", reason: reply.reason, name, organisation, registrationId: person?.id };
  }

  #personOf({ code, registrationId }: Record<string, string>): DoorPerson | undefined {
    const id = code === undefined ? registrationId : splitCheckInCode(code)?.registrationId;
    return this.#state.people.find((person) => person.id === id);
  }

  #mark(id: Id<"registration"> | undefined, at: string | null | undefined): void {
    if (!id || at === undefined) return;
    const arrival = at === null ? null : { at, how: "door" as const };
    const people = this.#state.people.map((person) =>
      person.id === id && (at === null || person.arrival?.how !== "door") ? { ...person, arrival } : person,
    );
    this.#set({ people });
  }
}
