import { isOnStage, isUnproven } from "@/domain/rooms/rules";
import type { Target, WhereAmI } from "../protocol";
import type { RoomPerson } from "../room-api";
import type { RoomDocuments } from "./document-lists";
import type { ClockPort } from "./ports";
import type { RoomView } from "./room-view";
import { Timers } from "./timers";

const SUBSCRIBE_AGAIN_MS = 3000;
/** Longer than our own lists need to forget somebody whose connection was lost, also when the room server was started anew. */
const REJOIN_MS = 12_000;
/** So that a whole room that misses the same person does not come back at one moment. */
const SPREAD_MS = 6000;
/** After a new connection the next one waits so long, and each time twice as long: somebody may cause gaps on purpose. */
const PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 900_000;
/** Above this our own lists may lag longer than the wait for somebody, and a whole plenary would come back at once. */
const EVERYBODY = 50;

type Missing = { since: number; rejoinAt: number; asked: boolean; given: boolean };
type Setting = {
  clock: ClockPort;
  /** What should be there and is not; null while there is no connection that it could come by. */
  missing: () => readonly string[] | null;
  subscribeAgain: () => void;
  mayRejoin: () => boolean;
  rejoin: () => void;
};

/**
 * Compares what LiveKit shows with what should be there. Where several connections break at once, a client can be left
 * without a person or without a track that the server believes to have given (livekit/livekit#4393, open). Tracks are
 * asked for again after three seconds; what is missing after that is the reason for one new connection, and never for
 * a second one.
 */
export class RosterWatch {
  #missing = new Map<string, Missing>();
  #timers: Timers;
  #notBefore = 0;
  #pause = PAUSE_MS;

  constructor(private readonly setting: Setting) {
    this.#timers = new Timers(setting.clock);
  }

  /** To be called whenever either side may have changed. */
  check(): void {
    const missing = this.setting.missing();
    if (missing === null) this.rest();
    else this.#see(missing);
  }

  #see(missing: readonly string[]): void {
    const now = this.setting.clock.now();
    for (const id of [...this.#missing.keys()]) if (!missing.includes(id)) this.#missing.delete(id);
    for (const id of missing) {
      if (this.#missing.has(id)) continue;
      const patience = REJOIN_MS + this.setting.clock.random() * SPREAD_MS;
      const rejoinAt = Math.max(now + patience, this.#notBefore);
      this.#missing.set(id, { since: now, rejoinAt, asked: false, given: false });
    }
    this.#plan();
  }

  /** Nothing is missed until the next `check`; what has been the reason for a new connection stays known. */
  rest(): void {
    this.#timers.cancelAll();
    for (const [id, { given }] of this.#missing) if (!given) this.#missing.delete(id);
  }

  #plan(): void {
    const due = [...this.#missing.values()].flatMap(({ since, rejoinAt, asked, given }) => {
      if (given) return [];
      return [asked ? rejoinAt : since + SUBSCRIBE_AGAIN_MS];
    });
    if (due.length === 0) this.#timers.cancelAll();
    else this.#timers.set("look", Math.min(...due) - this.setting.clock.now(), () => this.#repair());
  }

  #repair(): void {
    const now = this.setting.clock.now();
    const missing = [...this.#missing.values()];
    const due = missing.filter(({ rejoinAt, given }) => !given && rejoinAt <= now);
    if (due.length > 0 && this.setting.mayRejoin()) {
      for (const one of missing) one.given = true;
      this.#notBefore = now + this.#pause;
      this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS);
      this.setting.rejoin();
      return;
    }
    for (const one of due) one.rejoinAt = now + REJOIN_MS;
    for (const one of missing) if (one.since + SUBSCRIBE_AGAIN_MS <= now) one.asked = true;
    this.setting.subscribeAgain();
    this.#plan();
  }
}

/** Who only watches the plenary may be hidden there (`rights` of `domain/rooms`); LiveKit shows them to nobody. */
const isVisible = ({ role, silenced }: RoomPerson, { mode, frozen }: WhereAmI["session"]) =>
  isOnStage(role) || (mode === "roundtable" && !isUnproven(role) && !silenced && !frozen);

function expectedIn({ room }: Target, { session }: WhereAmI, { people, audience }: RoomDocuments) {
  const here = people.filter(({ present, roomId }) => present && roomId === room.id);
  if (room.kind !== "main") return here;
  return audience > EVERYBODY ? [] : here.filter((one) => isVisible(one, session));
}

/**
 * Tracks that were announced and do not come, and people who are in this room by the server's list and not shown;
 * null while the connection does not stand.
 */
export function missingFrom(
  { connection: { current, phase, answer }, room }: RoomView,
  documents: RoomDocuments,
): string[] | null {
  if (!current || !answer || phase !== "live") return null;
  const seen = new Set(room.people.map(({ id }) => id));
  const expected = expectedIn(current, answer, documents).map(({ admissionId }) => admissionId);
  return [...room.awaited, ...expected.filter((id) => !seen.has(id))];
}
