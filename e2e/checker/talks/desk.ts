import { expect } from "@playwright/test";
import { z } from "zod";
import { type Dice, dice } from "@/db/seed/random";
import { sql } from "../../fixtures/database";
import { Visitor } from "../../fixtures/visitor";
import { DESK } from "../../security/planning-over-http";
import { type Done, repeatOne } from "../operate";
import { isOver, type Run } from "../run-state";
import type { Prepared } from "../send";
import { Doer, iso } from "./doer";
import type { TalkGrounds } from "./ground";
import type { Hearsay } from "./hearsay";

/** People do so much between two acts of the organizer. */
const OPERATIONS_BETWEEN = 10;
/** So often what a search came to is made the draft and published, before it is given up: people book meanwhile. */
const MOST_TRIES = 6;
const SEARCH_SECONDS = 1;
const SEED = 900;

const planned = z.object({ id: z.string(), starts: z.date(), people: z.array(z.string()) });

/** The organizer of the talks, who books for others, moves what they agreed on, plans the rest and publishes it. */
export class TalkDesk {
  readonly doer: Doer;
  readonly #chance: Dice;
  readonly #visitor = new Visitor();

  constructor(
    readonly run: Run,
    readonly grounds: TalkGrounds,
    readonly hearsay: Hearsay,
  ) {
    this.#chance = dice(run.seed * 1_000 + SEED);
    this.doer = new Doer(run, this.#chance, "pult");
  }

  async signIn(): Promise<this> {
    await this.#visitor.signInAs("organizer");
    return this;
  }

  async play(): Promise<void> {
    for (let turn = 1; !isOver(this.run); turn += 1) {
      await this.#peopleDidSomething();
      await repeatOne(this.run, this.doer.postponed);
      if (turn % 3 === 2) await this.#plan();
      else if (turn % 6 === 0) await this.#move();
      else await this.#book();
    }
  }

  async finish(): Promise<void> {
    while (this.doer.postponed.repeats.length > 0) await repeatOne(this.run, this.doer.postponed);
  }

  async #peopleDidSomething(): Promise<void> {
    const enough = this.run.talks.length + OPERATIONS_BETWEEN;
    const isEnough = () => isOver(this.run) || this.run.talks.length >= enough;
    await expect.poll(isEnough, { timeout: 120_000, intervals: [100] }).toBe(true);
  }

  #post = (path: string, form: Record<string, string>): Prepared => ({
    ...{ path, form, address: "127.0.0.1" },
    cookies: new Map(this.#visitor.cookies),
  });

  #act = (name: string, form: Record<string, string>): Prepared => ({
    ...{ action: `actions/plan.ts#${name}`, form, address: "127.0.0.1" },
    page: `${DESK}/e/${this.grounds.slug}/plan`,
    cookies: new Map(this.#visitor.cookies),
  });

  async #book(): Promise<void> {
    const [one, other] = this.#chance.shuffled(this.grounds.talkers);
    if (!one || !other) return;
    const free = this.hearsay.free(this.grounds.slots, [one, other]);
    const startsAt = this.#chance.pick(free.length > 0 ? free : this.grounds.slots);
    const form = { one: one.personId, other: other.personId, startsAt: iso(startsAt) };
    const done = await this.doer.do({
      ...{ kind: "book", people: [one.personId, other.personId], starts: [startsAt] },
      request: () => this.#post(`/api/events/${this.grounds.eventId}/talks`, form),
    });
    if (done.outcome === "ok") this.hearsay.agreed({ id: done.said, people: [one, other], startsAt });
  }

  async #move(): Promise<void> {
    const talks = this.hearsay.talks();
    if (talks.length === 0) return;
    const talk = this.#chance.pick(talks);
    const startsAt = this.#chance.pick(this.grounds.slots);
    const done = await this.doer.do({
      ...{ kind: "move", about: talk.id, people: talk.people.map(({ personId }) => personId) },
      starts: [startsAt],
      request: () => this.#post(`/api/meetings/${talk.id}/move`, { startsAt: iso(startsAt) }),
    });
    if (done.outcome === "ok") this.hearsay.agreed({ ...talk, startsAt });
  }

  /** A short search; what it came to becomes the draft, and that everybody's talks. */
  async #plan(): Promise<void> {
    const { eventId } = this.grounds;
    const options = { scope: "all", min: "0", max: "6", restAfter: "0", keepLocked: "on" };
    const search = await this.doer.do({
      kind: "plan",
      request: () =>
        this.#act("startPlanAction", { eventId, ...options, minutes: "", seconds: String(SEARCH_SECONDS) }),
    });
    if (search.outcome !== "ok" || !(await this.#isFound(search.said))) return;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const published = await this.#publish(search.said);
      if (published?.outcome !== "ok") continue;
      await this.#spread();
      return;
    }
  }

  /** Whether the search came to an end; it may have died with its database. */
  async #isFound(runId: string): Promise<boolean> {
    let state = "running";
    const look = async () => {
      const rows = await sql(z.object({ state: z.string() }), "select state from plan_runs where id = $1", [
        runId,
      ]).catch(() => []);
      state = rows[0]?.state ?? state;
      return state !== "running";
    };
    await expect
      .poll(look, { timeout: 30_000, intervals: [100] })
      .toBe(true)
      .catch(() => undefined);
    return state === "done" || state === "stopped";
  }

  async #publish(runId: string): Promise<Done | undefined> {
    const { eventId } = this.grounds;
    const adopt = () => this.#act("adoptPlanAction", { runId });
    const adopted = await this.doer.do({ kind: "adopt", about: runId, request: adopt });
    if (adopted.outcome !== "ok") return undefined;
    const publish = () => this.#act("publishPlanAction", { eventId, seen: adopted.said });
    return this.doer.do({ kind: "publish", about: runId, request: publish });
  }

  /** People hear of the talks that planning gave them, and move and call off these as well. */
  async #spread(): Promise<void> {
    const rows = await sql(
      planned,
      `select m.id, m.starts_at as starts, array_agg(p.person_id::text) as people
         from meetings m
         join meeting_plans of_plan on of_plan.meeting_id = m.id
         join meeting_people p on p.meeting_id = m.id
        where m.event_id = $1 and m.status = 'accepted'
        group by m.id`,
      [this.grounds.eventId],
    ).catch(() => []);
    for (const { id, starts, people } of rows) {
      const two = this.grounds.talkers.filter(({ personId }) => people.includes(personId));
      this.hearsay.agreed({ id, people: two, startsAt: starts.getTime() });
    }
  }
}
