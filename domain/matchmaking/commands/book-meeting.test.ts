import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { meetingPeople, meetingRequests, personBlocks } from "@/db/schema/matchmaking";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aNetwork, aPerson } from "@/db/testing/makers";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { blockPerson } from "./block-person";
import { bookMeeting } from "./book-meeting";

it("book-meeting books a talk for two others by the rules that hold for themselves", async () => {
  const event = await aTalkEvent();
  const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
  const hidden = await aTaker(event, { talksOptIn: false });
  const office = organizerActor(await aPerson(), { id: event.networkId });
  type Taker = typeof anna;
  const book = async (
    actor: Parameters<typeof bookMeeting>[0]["actor"],
    pair: [Taker, Taker],
    slot: number,
  ) => {
    const [one, other] = pair;
    const personIds: [string, string] = [one.person.id, other.person.id];
    const input = { eventId: event.id, personIds, startsAt: slotAt(event, slot).toISOString() };
    const result = await bookMeeting({ actor, input });
    return result.ok ? "ok" : result.failure.reason;
  };
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [1] });
  const stranger = organizerActor(await aPerson(), await aNetwork());
  for (const actor of [personActor(anna.person), stranger])
    expect(await book(actor, [anna, ben], 0)).toBe("missing");
  expect(await book(office, [anna, anna], 0)).toBe("with_oneself");
  expect(await book(office, [anna, hidden], 0)).toBe("partner_unavailable");
  await db().insert(personBlocks).values({ personId: cem.person.id, blockedId: anna.person.id });
  expect(await book(office, [anna, cem], 2)).toBe("partner_unavailable");
  expect(await book(office, [anna, ben], 9)).toBe("outside_window");
  expect(await book(office, [anna, ben], 0)).toBe("ok");
  expect(await book(office, [anna, ben], 1)).toBe("already_meeting");
  expect(await book(office, [cem, ben], 0)).toBe("slot_taken");
  const away = { personId: cem.person.id, blocked: "yes" };
  await blockPerson({ actor: personActor(ben.person), input: away });
  for (const pair of [[cem, ben] as const, [ben, cem] as const])
    expect(await book(office, [...pair], 2)).toBe("partner_unavailable");
  const [row] = await db().select().from(meetingRequests).where(eq(meetingRequests.id, request.id));
  expect(row?.status).toBe("accepted");
  expect(await db().$count(meetingPeople)).toBe(2);
});
