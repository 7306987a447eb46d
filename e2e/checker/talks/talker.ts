import { type Dice, dice } from "@/db/seed/random";
import { repeatOne } from "../operate";
import { isOver, type Run, workerKeepsUp } from "../run-state";
import type { Prepared } from "../send";
import { Doer, iso, type Wanted } from "./doer";
import type { Talker, TalkGrounds } from "./ground";
import type { Hearsay, KnownRequest, KnownTalk } from "./hearsay";

/** Times that one request offers. */
const MOST_TIMES = 3;
/** Seeds of these dice lie apart from those of registrations. */
const SEED = 500;

/** One of those who ask, accept, decline, counter, move and call off, one request after the other. */
export class TalkClient {
  readonly doer: Doer;
  readonly #chance: Dice;

  constructor(
    readonly run: Run,
    readonly grounds: TalkGrounds,
    readonly hearsay: Hearsay,
    readonly me: Talker,
  ) {
    const number = grounds.talkers.indexOf(me) + 1;
    this.#chance = dice(run.seed * 1_000 + SEED + number);
    this.doer = new Doer(run, this.#chance, String(number));
  }

  /** Plays until the run is over. */
  async play(): Promise<void> {
    while (!isOver(this.run)) {
      await workerKeepsUp(this.run);
      await this.#turn();
    }
  }

  async finish(): Promise<void> {
    while (this.doer.postponed.repeats.length > 0) await repeatOne(this.run, this.doer.postponed);
  }

  async #turn(): Promise<void> {
    const draw = this.#chance.next();
    if (this.#chance.next() < 0.2) await repeatOne(this.run, this.doer.postponed);
    if (draw < 0.07) return this.#askInVain();
    const mine = this.hearsay.talks(this.me);
    if (mine.length > 0 && draw < 0.2) return this.#move(this.#chance.pick(mine));
    if (mine.length > 1 && draw < 0.3) return this.#callOff(this.#chance.pick(mine));
    const asked = this.hearsay.requestsTo(this.me);
    if (asked.length > 0 && draw < 0.8) return this.#answer(this.#chance.pick(asked));
    const own = this.hearsay.requestsOf(this.me);
    if (own.length > 0 && draw > 0.97) return this.#withdraw(this.#chance.pick(own));
    return this.#ask();
  }

  #post = (path: string, form: Record<string, string>, slots: readonly number[] = []): Prepared => {
    const { cookies, address } = this.me;
    return { path, form, cookies, address, lists: { slots: slots.map(iso) } };
  };

  /** Mostly times in which both are free as far as anybody knows; what others do meanwhile nobody knows. */
  #times(other: Talker): number[] {
    const free = this.hearsay.free(this.grounds.slots, [this.me, other]);
    const among = free.length > 0 && this.#chance.next() < 0.7 ? free : this.grounds.slots;
    return this.#chance.shuffled(among).slice(0, this.#chance.between(1, MOST_TIMES));
  }

  /** Mostly somebody with whom there is nothing yet. */
  #somebody(): Talker {
    const others = this.grounds.talkers.filter((one) => one !== this.me);
    const fresh = others.filter((one) => !this.hearsay.isBetween(this.me, one));
    return this.#chance.pick(fresh.length > 0 && this.#chance.next() < 0.9 ? fresh : others);
  }

  async #ask(): Promise<void> {
    const other = this.#somebody();
    const starts = this.#times(other);
    const form = { eventId: this.grounds.eventId, toPersonId: other.personId };
    const done = await this.doer.do(
      {
        kind: "ask",
        people: [this.me.personId, other.personId],
        starts,
        request: (note) => this.#post("/api/meetings", { ...form, note }, starts),
      },
      true,
    );
    if (done.outcome === "ok") this.hearsay.asked({ id: done.said, from: this.me, to: other, starts });
  }

  #answer(request: KnownRequest): Promise<void> {
    const draw = this.#chance.next();
    if (draw < 0.15) return this.#decline(request);
    if (draw < 0.35) return this.#counter(request);
    return this.#accept(request);
  }

  #about = ({ id, from, to }: KnownRequest) => ({ about: id, people: [from.personId, to.personId] });

  async #accept(request: KnownRequest): Promise<void> {
    const { id, from } = request;
    const startsAt = this.#chance.pick(request.starts);
    const form = { answer: iso(startsAt) };
    const path = `/api/meetings/${id}/answer`;
    const wanted: Wanted = {
      ...{ kind: "accept", ...this.#about(request), starts: [startsAt] },
      request: () => this.#post(path, form),
    };
    const done = await this.doer.do(wanted, true);
    if (done.outcome === "ok") this.hearsay.agreed({ id: done.said, people: [from, this.me], startsAt });
    // Another time may still do; nobody tries for ever.
    if (done.outcome !== "fail" || this.#chance.next() < 0.5) this.hearsay.answered(id);
  }

  async #decline(request: KnownRequest): Promise<void> {
    const path = `/api/meetings/${request.id}/answer`;
    const post = () => this.#post(path, { answer: "decline" });
    await this.doer.do({ kind: "decline", ...this.#about(request), request: post });
    this.hearsay.answered(request.id);
  }

  async #counter(request: KnownRequest): Promise<void> {
    const { id, from } = request;
    const starts = this.#times(from);
    const path = `/api/meetings/${id}/counter`;
    const done = await this.doer.do({
      ...{ kind: "counter", ...this.#about(request), starts },
      request: (note) => this.#post(path, { note }, starts),
    });
    if (done.outcome !== "fail") this.hearsay.answered(id);
    if (done.outcome === "ok") this.hearsay.asked({ id: done.said, from: this.me, to: from, starts });
  }

  async #withdraw(request: KnownRequest): Promise<void> {
    const post = () => this.#post(`/api/meetings/${request.id}/withdraw`, {});
    await this.doer.do({ kind: "withdraw", ...this.#about(request), request: post });
    this.hearsay.answered(request.id);
  }

  #talk = ({ id, people }: KnownTalk) => ({ about: id, people: people.map(({ personId }) => personId) });

  async #move(talk: KnownTalk): Promise<void> {
    const other = talk.people.find((one) => one !== this.me) ?? this.me;
    const [startsAt = talk.startsAt] = this.#times(other);
    const path = `/api/meetings/${talk.id}/move`;
    const post = () => this.#post(path, { startsAt: iso(startsAt) });
    const done = await this.doer.do({ kind: "move", ...this.#talk(talk), starts: [startsAt], request: post });
    if (done.outcome === "ok") this.hearsay.agreed({ ...talk, startsAt });
  }

  async #callOff(talk: KnownTalk): Promise<void> {
    const post = () => this.#post(`/api/meetings/${talk.id}/cancel`, {});
    const done = await this.doer.do({ kind: "call-off", ...this.#talk(talk), request: post });
    if (done.outcome !== "unknown") this.hearsay.ended(talk.id);
  }

  /** What has to be refused: a talk with oneself, a time that is none, and whatever belongs to others alone. */
  async #askInVain(): Promise<void> {
    const { eventId, slots, slotMs } = this.grounds;
    const [first = 0] = slots;
    const notMine = this.hearsay.talks().find(({ people }) => !people.includes(this.me));
    const other = this.#somebody();
    const asking = (toPersonId: string, startsAt: number): Wanted => ({
      ...{ kind: "ask", people: [this.me.personId, toPersonId], starts: [startsAt], isBad: true },
      request: (note) => this.#post("/api/meetings", { eventId, toPersonId, note }, [startsAt]),
    });
    const foreign = notMine && {
      ...{ kind: "call-off" as const, ...this.#talk(notMine), isBad: true },
      request: () => this.#post(`/api/meetings/${notMine.id}/cancel`, {}),
    };
    await this.doer.do(
      this.#chance.pick<Wanted>([
        asking(this.me.personId, first),
        asking(other.personId, first + slotMs / 2),
        ...(foreign ? [foreign] : []),
      ]),
    );
  }
}
