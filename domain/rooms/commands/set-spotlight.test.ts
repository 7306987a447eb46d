import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { rooms } from "@/db/schema/rooms";
import { NOT_ALLOWED, refusalOf } from "@/db/testing/refusals";
import { aLiveEvent, aStay, at, type Guest, plenaryOf, some } from "@/db/testing/rooms";
import type { Actor } from "@/domain/policy";
import { listPeople } from "../queries";
import { setSpotlight } from "./set-spotlight";

/** A workshop with two who are in its plenary, and what one can do with their spotlight. */
async function aWorkshop() {
  const live = await aLiveEvent({ guests: 2 });
  const { event, host } = live;
  const [ada, ben] = some(live.people, 2) as [Guest, Guest];
  for (const one of [host, ada, ben]) await aStay(event, one);
  const light = (who: Pick<Guest, "admissionId">, on: boolean, actor: Actor = host.actor) =>
    setSpotlight({ actor, input: { eventId: event.id, admissionId: who.admissionId, on }, now: at(5) });
  // The list is read once for everybody until a signal or some seconds later; no signals are sent here.
  let second = 10;
  const lit = async (actor: Actor) => {
    second += 10;
    const seen = await listPeople(actor, event.id, at(second));
    if (!seen.ok) throw new Error("everybody here may see the others");
    return seen.value.people.filter(({ isSpotlit }) => isSpotlit).map(({ admissionId }) => admissionId);
  };
  return { ...live, ada, ben, light, lit };
}

test("everybody sees whom a host puts into the spotlight, one at a time, until it is taken back", async () => {
  const { event, host, ada, ben, light, lit } = await aWorkshop();
  expect(await light(ada, true)).toMatchObject({ ok: true });
  expect(await lit(ben.actor)).toEqual([ada.admissionId]);
  await light(ben, true);
  expect(await lit(ada.actor)).toEqual([ben.admissionId]);
  // Ada has it no more, so taking it from her changes nothing for Ben.
  await light(ada, false);
  expect(await lit(host.actor)).toEqual([ben.admissionId]);
  await light(ben, false);
  expect(await lit(ada.actor)).toEqual([]);
  const told = await db().select().from(outbox).where(eq(outbox.kind, "spotlight.changed"));
  expect(told.filter(({ payload }) => (payload as { eventId: string }).eventId === event.id)).toHaveLength(4);
});

test("nobody but hosts does that, nor with somebody who is not here or not in this event", async () => {
  const { event, ada, ben, light, lit } = await aWorkshop();
  const elsewhere = await aLiveEvent({ guests: 1 });
  const [stranger] = some(elsewhere.people, 1) as [Guest];
  await aStay(elsewhere.event, stranger);
  expect(refusalOf(await light(ben, true, ada.actor))).toBe(NOT_ALLOWED);
  expect(await light(stranger, true)).toMatchObject({ failure: { reason: "missing_person" } });
  const away = await aLiveEvent({ guests: 1 });
  const [cleo] = some(away.people, 1) as [Guest];
  const gone = { eventId: away.event.id, admissionId: cleo.admissionId, on: true };
  expect(await setSpotlight({ actor: away.host.actor, input: gone, now: at(5) })).toMatchObject({
    failure: { reason: "not_in_a_room" },
  });
  expect(await lit(ben.actor)).toEqual([]);
  expect((await plenaryOf(event)).spotlightId).toBeNull();
});

test("a talk has no host who could show one of its people large", async () => {
  const { event, host, ada, light } = await aWorkshop();
  await db()
    .update(rooms)
    .set({ kind: "talk" })
    .where(eq(rooms.id, (await plenaryOf(event)).id));
  expect(refusalOf(await light(ada, true, host.actor))).toBe("conflict in_talk");
});
