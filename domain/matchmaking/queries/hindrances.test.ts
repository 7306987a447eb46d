import { expect, it } from "vitest";
import { db } from "@/db/client";
import { sessions } from "@/db/schema/programme";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { availabilityOf } from "./hindrances";

const HOUR = 3_600_000;

type Event = Awaited<ReturnType<typeof aTalkEvent>>;
const aBreak = (event: Event, from: Date, until: Date) =>
  db()
    .insert(sessions)
    .values({ eventId: event.id, title: "Pause", kind: "break", startsAt: from, endsAt: until });

/** Where somebody is elsewhere during the talks of an event. */
async function elsewhere(event: Event, personId: Awaited<ReturnType<typeof aTaker>>["person"]["id"]) {
  const of = await availabilityOf(db(), { eventId: event.id, personIds: [personId], during: event });
  return of(personId).elsewhere;
}

it("an event with a seat of one's own is in the way, and neither a whole week nor one that lives from talks", async () => {
  const event = await aTalkEvent();
  const { person } = await aTaker(event);
  const at = { startsAt: slotAt(event, 1), endsAt: slotAt(event, 2) };
  const seat = { personId: person.id, email: person.email };
  const webinar = await anEvent(at);
  await aRegistration(webinar, seat);
  const week = await anEvent({
    startsAt: event.startsAt,
    endsAt: new Date(event.startsAt.getTime() + 13 * HOUR),
  });
  for (const other of [week, await aTalkEvent(at)]) await aRegistration(other, seat);
  await aRegistration(await anEvent(at), { ...seat, status: "cancelled" });
  expect(await elsewhere(event, person.id)).toEqual([at]);
});

it("a break within the talks is one, and a break that is their time is not", async () => {
  const [event, lunch] = [await aTalkEvent(), await aTalkEvent()];
  const { person } = await aTaker(event);
  await aBreak(event, slotAt(event, 1), slotAt(event, 2));
  await aBreak(lunch, lunch.startsAt, lunch.endsAt);
  expect(await elsewhere(event, person.id)).toEqual([
    { startsAt: slotAt(event, 1), endsAt: slotAt(event, 2) },
  ]);
  expect(await elsewhere(lunch, person.id)).toEqual([]);
});
