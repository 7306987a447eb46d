import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { hiddenFrom, meetingRequests, talkProfiles } from "@/db/schema/matchmaking";
import { personActor } from "@/db/testing/actors";
import { aBoard, anEntry } from "@/db/testing/board";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { sharedTalkEvents } from "../queries/shared-talks";
import { requestMeeting } from "./request-meeting";

/** Two who take talks in one event, one of whom has an entry on the board. */
async function aPair() {
  const board = await aBoard();
  const event = await aTalkEvent({ network: board.network, seriesId: board.series.id });
  const [anna, ben] = [await aTaker(event), await aTaker(event, { organisation: "Rivale GmbH" })];
  const entry = await anEntry(board, { personId: anna.person.id });
  const ask = (entryId?: string) =>
    requestMeeting({
      actor: personActor(ben.person),
      input: {
        eventId: event.id,
        toPersonId: anna.person.id,
        slots: [slotAt(event, 1).toISOString()],
        entryId,
      },
    });
  const shared = async () =>
    (await sharedTalkEvents(personActor(ben.person), anna.person.id)).map(({ slug }) => slug);
  return { board, event, anna, entry, ask, shared };
}

it("answers an entry of the person who is asked, which the asker may read, and no other", async () => {
  const { board, event, entry, ask, shared } = await aPair();
  expect(await shared()).toEqual([event.slug]);
  const offices = await anEntry(board);
  const hidden = await anEntry(board, {
    personId: entry.personId,
    hiddenAt: new Date(),
    hiddenReason: "other",
  });
  for (const { id } of [offices, hidden])
    expect(await ask(id)).toMatchObject({ failure: { reason: "missing" } });
  expect(await ask(entry.id)).toMatchObject({ ok: true });
  const [request] = await db().select().from(meetingRequests).where(eq(meetingRequests.eventId, event.id));
  expect(request?.entryId).toBe(entry.id);
});

it("S55: is refused by who takes no talks, whatever they ticked, and by who hides from that organisation", async () => {
  const { anna, ask, shared } = await aPair();
  const { id: personId } = anna.person;
  const refused = { failure: { reason: "partner_unavailable" } };
  await db().insert(hiddenFrom).values({ personId, organisation: "rivale gmbh" });
  expect(await ask()).toMatchObject(refused);
  expect(await shared()).toEqual([]);
  await db().delete(hiddenFrom).where(eq(hiddenFrom.personId, personId));
  await db().insert(talkProfiles).values({ personId, takesTalks: false });
  expect(await ask()).toMatchObject(refused);
  expect(await shared()).toEqual([]);
});
