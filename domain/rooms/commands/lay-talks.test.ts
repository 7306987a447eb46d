import { eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { admissions, rounds } from "@/db/schema/rooms";
import { personActor, system } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { aLiveEvent, anOpenRound, at, joined, START, whereIs } from "@/db/testing/rooms";
import { layTalks } from "./lay-talks";

async function ground() {
  const event = await anEvent({ kind: "matchmaking", startsAt: START });
  const [ada, ben, cem] = [await aPerson(), await aPerson(), await aPerson()];
  for (const person of [ada, ben, cem])
    await aRegistration(event, { personId: person.id, name: person.name, provenAt: START });
  const lay = (input: Partial<Parameters<typeof layTalks>[0]["input"] & object>, actor = system) =>
    layTalks({ actor, input: { eventId: event.id, closes: [], opens: [], ...input }, now: START });
  return { event, ada, ben, cem, lay };
}

const talk = (people: { id: string }[], from: number, label: string) => ({
  ...{ personIds: people.map(({ id }) => id), startsAt: at(from), endsAt: at(from + 1200), label },
});

test("a plan's talks get their rooms at once, and its next version takes some back and gives others", async () => {
  const { event, ada, ben, cem, lay } = await ground();
  const first = await lay({ opens: [talk([ada, ben], 600, "Erstes"), talk([ada, cem], 1800, "Zweites")] });
  if (!first.ok) throw new Error(first.failure.reason);
  const one = await joined(event, personActor(ada), { tab: "tab-ada", now: at(100) });
  const another = await joined(event, personActor(cem), { tab: "tab-cem", now: at(100) });
  expect(await whereIs(event, one, at(700))).toBe("Erstes");
  expect(await whereIs(event, another, at(1700))).toBe("Zweites");
  const closes = first.value.roundIds.slice(0, 1);
  const second = await lay({ closes, opens: [talk([ben, cem], 600, "Drittes")] });
  expect(second).toMatchObject({ ok: true });
  expect(await whereIs(event, one, at(700))).not.toBe("Erstes");
  expect(await whereIs(event, another, at(700))).toBe("Drittes");
});

test("everybody of a talk that closes or opens is told that they may belong elsewhere, and nobody else", async () => {
  const { event, ada, ben, cem, lay } = await ground();
  const told = async () => {
    const facts = await db()
      .select()
      .from(outbox)
      .where(eq(outbox.kind, "placement.changed"))
      .orderBy(outbox.seq);
    return facts.map(({ payload }) => JSON.stringify(payload)).filter((said) => said.includes(event.id));
  };
  const first = await lay({ opens: [talk([ada, ben], 600, "Erstes")] });
  if (!first.ok) throw new Error(first.failure.reason);
  const before = (await told()).length;
  await lay({ closes: first.value.roundIds, opens: [talk([ben, cem], 600, "Zweites")] });
  await lay({ opens: [talk([ada, ben], 1800, "Drittes")] });
  const admitted = await db().select().from(admissions).where(eq(admissions.eventId, event.id));
  const hearsOf = (said: string | undefined) =>
    admitted.flatMap(({ id, personId }) => (said?.includes(id) ? [personId] : [])).toSorted();
  const [second, third] = (await told()).slice(before);
  expect(hearsOf(second)).toEqual([ada, ben, cem].map(({ id }) => id).toSorted());
  expect(hearsOf(third)).toEqual([ada, ben].map(({ id }) => id).toSorted());
});

test("no breakout round of hosts is a talk, nor is the talk of another event: neither is taken back", async () => {
  const live = await aLiveEvent({ guests: 2 });
  const { eventId, roundId } = await anOpenRound(live);
  const { event, ada, ben, lay } = await ground();
  const made = await lay({ opens: [talk([ada, ben], 600, "Erstes")] });
  if (!made.ok) throw new Error(made.failure.reason);
  const closes = [roundId, ...made.value.roundIds];
  expect(await layTalks({ actor: system, input: { eventId, closes, opens: [] }, now: at(20) })).toMatchObject(
    {
      ok: true,
    },
  );
  const kept = await db().select().from(rounds).where(inArray(rounds.id, closes));
  expect(kept.map(({ cancelledAt }) => cancelledAt)).toEqual([null, null]);
  const one = await joined(event, personActor(ada), { tab: "tab-ada", now: at(100) });
  expect(await whereIs(event, one, at(700))).toBe("Erstes");
});

test("who is not registered gets none, and people do not lay talks themselves", async () => {
  const { ada, lay } = await ground();
  const stranger = await aPerson();
  expect(await lay({ opens: [talk([ada, stranger], 600, "Fremd")] })).toMatchObject({
    failure: { reason: "not_registered" },
  });
  expect(await lay({ opens: [] }, personActor(ada))).toMatchObject({ failure: { kind: "forbidden" } });
});
