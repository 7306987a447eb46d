import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { meetingRequests } from "@/db/schema/matchmaking";
import { guest, personActor } from "@/db/testing/actors";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { findTalkPartner } from "../queries/partners";
import { blockPerson } from "./block-person";
import { counterRequest } from "./counter-request";
import { requestMeeting } from "./request-meeting";

/** What is between two people changes in turns; switched off, the very same block and request must cross. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("@/domain/kernel/turns", async (original) => {
  const { turnsWithSwitch } = await import("@/db/testing/switches");
  return turnsWithSwitch(await original<typeof import("@/domain/kernel/turns")>(), guard, { only: "blocks" });
});

type Taker = Awaited<ReturnType<typeof aTaker>>;
const block = (who: Taker, whom: Taker, blocked = "yes") =>
  blockPerson({ actor: personActor(who.person), input: { personId: whom.person.id, blocked } });

describe("block-person", () => {
  it("P24, S55: neither finds or can ask the other, open requests are declined, and it can be taken back", async () => {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    await aTalkRequest(event, { from: ben.person, to: anna.person });
    const ask = (from: Taker, to: Taker) =>
      requestMeeting({
        actor: personActor(from.person),
        input: { eventId: event.id, toPersonId: to.person.id, slots: [slotAt(event, 1).toISOString()] },
      });
    const finds = async (who: Taker, whom: Taker) =>
      (await findTalkPartner(personActor(who.person), { eventId: event.id, personId: whom.person.id })) !==
      undefined;
    expect(
      await blockPerson({ actor: guest, input: { personId: ben.person.id, blocked: "yes" } }),
    ).toMatchObject({
      failure: { reason: "missing" },
    });
    expect(await block(anna, anna)).toMatchObject({ failure: { reason: "with_oneself" } });
    expect(await block(anna, ben)).toMatchObject({ ok: true });
    const [request] = await db().select().from(meetingRequests).where(eq(meetingRequests.eventId, event.id));
    expect(request?.status).toBe("declined");
    expect([await finds(anna, ben), await finds(ben, anna)]).toEqual([false, false]);
    for (const answer of [await ask(ben, anna), await ask(anna, ben)])
      expect(answer).toMatchObject({ failure: { reason: "partner_unavailable" } });
    await block(anna, ben, "no");
    expect(await finds(ben, anna)).toBe(true);
    expect(await ask(ben, anna)).toMatchObject({ ok: true });
  });
});

it("what one asked oneself is withdrawn, so that nobody can answer it with other times", async () => {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const { id } = await aTalkRequest(event, { from: anna.person, to: ben.person });
  await block(anna, ben);
  const [request] = await db().select().from(meetingRequests).where(eq(meetingRequests.id, id));
  expect(request?.status).toBe("cancelled");
  const slots = [slotAt(event, 2).toISOString()];
  const answer = await counterRequest({ actor: personActor(ben.person), input: { requestId: id, slots } });
  expect(answer).toMatchObject({ failure: { reason: "not_open" } });
});

it("other times that come at the same moment as the block wait for nobody", async () => {
  for (let run = 0; run < 8; run++) {
    const event = await aTalkEvent();
    const [anna, ben] = [await aTaker(event), await aTaker(event)];
    const { id } = await aTalkRequest(event, { from: anna.person, to: ben.person });
    const input = { requestId: id, slots: [slotAt(event, 2).toISOString()] };
    await Promise.all([counterRequest({ actor: personActor(ben.person), input }), block(anna, ben)]);
    const open = and(eq(meetingRequests.eventId, event.id), eq(meetingRequests.status, "requested"));
    expect(await db().$count(meetingRequests, open)).toBe(0);
  }
});

/** One blocks while the other asks; how many requests wait for an answer all the same. */
async function crossed(): Promise<number> {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const slots = [slotAt(event, 1).toISOString()];
  const input = { eventId: event.id, toPersonId: anna.person.id, slots };
  await Promise.all([requestMeeting({ actor: personActor(ben.person), input }), block(anna, ben)]);
  return db().$count(
    meetingRequests,
    and(eq(meetingRequests.eventId, event.id), eq(meetingRequests.status, "requested")),
  );
}

describe("a block and a request at once", { timeout: 120_000 }, () => {
  it("never leave a request that waits", async () => {
    for (let run = 0; run < 8; run++) expect(await crossed()).toBe(0);
  });
});

describe("the same without turns", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("leave one", async () => {
    const several = async () => {
      const left = await Promise.all(Array.from({ length: 6 }, crossed));
      return Math.max(...left);
    };
    expect(await worstOf(several, 0)).toBeGreaterThan(0);
  });
});
