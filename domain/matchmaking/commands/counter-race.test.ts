import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db, type Transaction } from "@/db/client";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { bookMeeting } from "./book-meeting";
import { counterRequest } from "./counter-request";

/** What is between two people changes one after the other; switched off, the same pairs must end up with both. */
const guard = vi.hoisted(() => ({ on: true }));

vi.mock("../internal/apart", async (original) => {
  const real = await original<typeof import("../internal/apart")>();
  const lockPair = async (tx: Transaction, two: Parameters<typeof real.lockPair>[1]) => {
    if (guard.on) await real.lockPair(tx, two);
  };
  return { ...real, lockPair };
});

const PAIRS = 8;

/** Eight are offered other times while an organizer books just that talk: how many have a talk, and a request that waits. */
async function settledInVain(): Promise<number> {
  const event = await aTalkEvent();
  const office = organizerActor(await aPerson(), { id: event.networkId });
  const pairs = await Promise.all(
    Array.from({ length: PAIRS }, async () => {
      const [anna, ben] = [await aTaker(event), await aTaker(event)];
      return { anna, ben, request: await aTalkRequest(event, { from: anna.person, to: ben.person }) };
    }),
  );
  await Promise.all(
    pairs.flatMap(({ anna, ben, request }) => [
      counterRequest({
        actor: personActor(ben.person),
        input: { requestId: request.id, slots: [slotAt(event, 2).toISOString()], note: "Lieber später." },
      }),
      bookMeeting({
        actor: office,
        input: {
          eventId: event.id,
          personIds: [anna.person.id, ben.person.id],
          startsAt: slotAt(event, 0).toISOString(),
        },
      }),
    ]),
  );
  expect(await db().$count(meetings, eq(meetings.eventId, event.id))).toBe(PAIRS);
  const waiting = and(eq(meetingRequests.eventId, event.id), eq(meetingRequests.status, "requested"));
  return db().$count(meetingRequests, waiting);
}

describe("other times are offered while an organizer books that talk", { timeout: 120_000 }, () => {
  it("nothing that the two had asked each other waits beside their talk", async () => {
    for (let turn = 0; turn < 3; turn += 1) expect(await settledInVain()).toBe(0);
  });
});

describe("the same without the lock on what is between two", { timeout: 120_000 }, () => {
  withoutGuard(guard);

  it("some have a talk, and a request that could become a second one", async () => {
    expect(await worstOf(settledInVain, 0)).toBeGreaterThan(0);
  });
});
