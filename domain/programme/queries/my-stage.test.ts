import { expect, it } from "vitest";
import { guest, personActor } from "@/db/testing/actors";
import { aKnownSpeaker, aSession, DESK_START, speaksIn } from "@/db/testing/agenda";
import { aNetwork, anEvent, aPerson } from "@/db/testing/makers";
import { listMyStage } from "./my-stage";

type Values = NonNullable<Parameters<typeof anEvent>[0]>;

/** Somebody speaks for half an hour from the event's start on. */
async function aSpeech(person: Awaited<ReturnType<typeof aPerson>>, title: string, values: Values = {}) {
  const event = await anEvent({ network: await aNetwork(), startsAt: DESK_START, ...values });
  const session = await aSession(event, { title, after: 0, minutes: 30 });
  await speaksIn(await aKnownSpeaker(event, person.id), session);
  return event;
}

it("is what the person themselves will say in what takes place", async () => {
  const [anna, ben] = [await aPerson(), await aPerson()];
  const event = await aSpeech(anna, "Impuls", { status: "published" });
  await aSpeech(ben, "Von Ben", { status: "published" });
  await aSpeech(anna, "Verschoben", { status: "postponed", startsAt: new Date("2027-03-22T09:00:00Z") });
  const titles = async (now: string) =>
    (await listMyStage(personActor(anna), new Date(now))).map(({ title, eventId }) => [title, eventId]);
  expect(await titles("2027-03-21T09:29:00Z")).toEqual([["Impuls", event.id]]);
  expect(await titles("2027-03-21T09:30:00Z")).toEqual([]);
  expect(await listMyStage(guest, DESK_START)).toEqual([]);
});
