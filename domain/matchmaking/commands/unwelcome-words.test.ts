import { readdirSync, readFileSync } from "node:fs";
import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { hiddenFrom, personBlocks, talkProfiles } from "@/db/schema/matchmaking";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { admissions, sanctions } from "@/db/schema/rooms";
import { personActor } from "@/db/testing/actors";
import { outcomeOf } from "@/db/testing/plans";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { findTalkPartner } from "../queries/partners";
import { blockPerson } from "./block-person";
import { counterRequest } from "./counter-request";
import { editRequest } from "./edit-request";
import { requestMeeting } from "./request-meeting";
import { writeMessage } from "./write-message";

/** Ben does not want to hear from Anna; each of these is a way to say so. */
const noes: Record<string, (pair: Pair) => Promise<unknown>> = {
  "a block": ({ anna, ben }) =>
    db().insert(personBlocks).values({ personId: ben.person.id, blockedId: anna.person.id }),
  "no talks with the organisation": async ({ anna, ben }) => {
    const { id } = anna.registration;
    await db().update(registrations).set({ organisation: "Muster AG" }).where(eq(registrations.id, id));
    await db().insert(hiddenFrom).values({ personId: ben.person.id, organisation: "muster ag" });
  },
  "no talks at all": ({ ben }) =>
    db().insert(talkProfiles).values({ personId: ben.person.id, takesTalks: false }),
  "no talks here": ({ ben }) =>
    db().update(registrations).set({ talksOptIn: false }).where(eq(registrations.id, ben.registration.id)),
  "no seat any more": ({ ben }) =>
    db().update(registrations).set({ status: "cancelled" }).where(eq(registrations.id, ben.registration.id)),
};

async function aPair() {
  const event = await aTalkEvent();
  return { event, anna: await aTaker(event), ben: await aTaker(event) };
}
type Pair = Awaited<ReturnType<typeof aPair>>;

const WORDS = "Ich muss Sie dringend sprechen";
const slotsOf = ({ event }: Pair) => [slotAt(event, 2).toISOString()];

/** Every command whose words reach somebody else: a request that waits is there where they need one. */
const ways: Record<string, (pair: Pair, open: { mine: string; theirs: string }) => Promise<unknown>> = {
  "request-meeting": (pair) =>
    requestMeeting({
      actor: personActor(pair.anna.person),
      input: { eventId: pair.event.id, toPersonId: pair.ben.person.id, slots: slotsOf(pair), note: WORDS },
    }).then(outcomeOf),
  "edit-request": (pair, { mine }) =>
    editRequest({
      actor: personActor(pair.anna.person),
      input: { requestId: mine, slots: slotsOf(pair), note: WORDS },
    }).then(outcomeOf),
  "counter-request": (pair, { theirs }) =>
    counterRequest({
      actor: personActor(pair.anna.person),
      input: { requestId: theirs, slots: slotsOf(pair), note: WORDS },
    }).then(outcomeOf),
  "write-message": (pair, { mine }) =>
    writeMessage({ actor: personActor(pair.anna.person), input: { requestId: mine, text: WORDS } }).then(
      outcomeOf,
    ),
};

/** Texts of oneself that nobody but oneself, or everybody who may see a profile, reads. */
const OWN = ["publish-listing", "write-note"];

describe("P24: nobody writes to who does not want that", () => {
  it("is asked of every command that takes words", () => {
    const folder = "domain/matchmaking/commands";
    const wordy = readdirSync(folder)
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .filter((name) =>
        /async \([^)]*\b(?:note|text)\b|\{ eventId, note/s.test(readFileSync(`${folder}/${name}`, "utf8")),
      )
      .map((name) => name.replace(".ts", ""));
    expect([...Object.keys(ways), ...OWN]).toEqual(expect.arrayContaining(wordy));
    expect(wordy.length).toBeGreaterThanOrEqual(Object.keys(ways).length);
  });

  it.each(Object.entries(noes))(
    "%s keeps every word away, and none is told to the worker",
    async (_no, say) => {
      for (const [name, write] of Object.entries(ways)) {
        const pair = await aPair();
        const { event, anna, ben } = pair;
        const mine = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [0] });
        const theirs = await aTalkRequest(event, { from: ben.person, to: anna.person, slots: [1] });
        await say(pair);
        expect([name, await write(pair, { mine: mine.id, theirs: theirs.id })]).toEqual([
          name,
          "partner_unavailable",
        ]);
        const told = sql`${outbox.payload} ->> 'eventId' = ${event.id} and ${outbox.kind} like 'meeting.%'`;
        expect(await db().$count(outbox, told), name).toBe(0);
      }
    },
  );

  it.each(Object.entries(noes))("%s: they are not found by an id that one knows either", async (_no, say) => {
    const pair = await aPair();
    const find = () =>
      findTalkPartner(personActor(pair.anna.person), {
        eventId: pair.event.id,
        personId: pair.ben.person.id,
      });
    expect(await find()).toBeDefined();
    await say(pair);
    expect(await find()).toBeUndefined();
  });

  it("S60: a ban from the event is one from its people: no word reaches them, and nobody finds who was banned", async () => {
    const ban = async ({ event, anna }: Pair, more: Partial<typeof sanctions.$inferInsert> = {}) => {
      const who = { eventId: event.id, personId: anna.person.id, role: "participant" as const };
      const [seat] = await db()
        .insert(admissions)
        .values({ ...who, displayName: anna.person.name })
        .returning();
      if (!seat) throw new Error("the insert returned no row");
      const { id: admissionId } = seat;
      await db()
        .insert(sanctions)
        .values({ eventId: event.id, admissionId, kind: "ban", ...more });
    };
    const outcomes: Record<string, unknown> = {};
    for (const [name, write] of Object.entries(ways)) {
      const pair = await aPair();
      const { event, anna, ben } = pair;
      const mine = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [0] });
      const theirs = await aTalkRequest(event, { from: ben.person, to: anna.person, slots: [1] });
      await ban(pair);
      outcomes[name] = await write(pair, { mine: mine.id, theirs: theirs.id });
    }
    expect(outcomes).toEqual({
      "request-meeting": "shut_out",
      "edit-request": "partner_unavailable",
      "counter-request": "partner_unavailable",
      "write-message": "partner_unavailable",
    });
    const found = async (more: Parameters<typeof ban>[1]) => {
      const pair = await aPair();
      await ban(pair, more);
      const asked = { eventId: pair.event.id, personId: pair.anna.person.id };
      return (await findTalkPartner(personActor(pair.ben.person), asked)) !== undefined;
    };
    // Who was sent out for five minutes, or whose ban was taken back, is there as before.
    const [lifted, minutes] = [{ liftedAt: new Date() }, { until: new Date(Date.now() + 300_000) }];
    expect([await found({}), await found(lifted), await found(minutes)]).toEqual([false, true, true]);
  });

  it("once an event is called off, nobody writes about its talks any more", async () => {
    const outcomes: Record<string, unknown> = {};
    for (const [name, write] of Object.entries(ways)) {
      const pair = await aPair();
      const { event, anna, ben } = pair;
      const theirs = await aTalkRequest(event, { from: ben.person, to: anna.person, slots: [1] });
      const isFirst = name === "request-meeting";
      const mine = isFirst ? theirs : await aTalkRequest(event, { from: anna.person, to: ben.person });
      await db().update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
      outcomes[name] = await write(pair, { mine: mine.id, theirs: theirs.id });
    }
    expect(outcomes).toEqual(Object.fromEntries(Object.keys(ways).map((name) => [name, "no_talks"])));
  });

  it("a block closes what waits, so that nothing of it is answered or written about any more", async () => {
    const pair = await aPair();
    const { event, anna, ben } = pair;
    const mine = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [0] });
    const theirs = await aTalkRequest(event, { from: ben.person, to: anna.person, slots: [1] });
    const input = { personId: anna.person.id, blocked: "yes" };
    expect((await blockPerson({ actor: personActor(ben.person), input })).ok).toBe(true);
    const answers = await Promise.all(
      ["edit-request", "counter-request", "write-message"].map((name) =>
        ways[name]?.(pair, { mine: mine.id, theirs: theirs.id }),
      ),
    );
    expect(answers).toEqual(["not_open", "not_open", "not_open"]);
  });
});
