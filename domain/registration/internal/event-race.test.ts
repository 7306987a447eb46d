import { and, eq, inArray, sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { seatPlans } from "@/db/schema/registration";
import { guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { worstOf } from "@/db/testing/races";
import { withoutGuard } from "@/db/testing/switches";
import type { Actor } from "@/domain/policy";
import { cancelEvent } from "@/domain/programme/commands/cancel-event";
import type { Id } from "@/lib/ids";
import { acceptOffer } from "../commands/accept-offer";
import { approveRegistration } from "../commands/approve-registration";
import { cancelRegistration } from "../commands/cancel-registration";
import { changeCapacity } from "../commands/change-capacity";
import { registerForEvent } from "../commands/register-for-event";
import { switchAttendance } from "../commands/switch-attendance";

/** The hold on the event while its seats are given; switched off, the very same commands must give them too late. */
const guard = vi.hoisted((): { on: boolean; seen?: () => void } => ({ on: true }));

vi.mock("@/domain/programme/queries", async (original) => {
  const real = await original<typeof import("@/domain/programme/queries")>();
  const holdEvent: typeof real.holdEvent = async (reader, eventId) => {
    const event = await (guard.on ? real.holdEvent : real.eventScope)(reader, eventId);
    guard.seen?.();
    // The pause only widens the window that is always there between reading and writing.
    await reader.execute(sql`select pg_sleep(0.2)`);
    return event;
  };
  return { ...real, holdEvent };
});

type EventId = Id<"event">;
type Scene = {
  eventId: EventId;
  organizer: Actor;
  seated: Id<"registration">;
  asking: Id<"registration">;
  offered: Id<"registration">;
};

const register = (eventId: EventId, word: string) =>
  registerForEvent({ actor: guest, input: { eventId, name: word, email: `${word}@example.org` } });

/** An event with one seat, which is taken, and one person who waits; on site there are seats, one of them offered, and a request. */
async function aFullEvent(): Promise<Scene> {
  const network = await aNetwork();
  const event = await anEvent({ network, capacity: 1 });
  const first = await register(event.id, "ada");
  await register(event.id, "ben");
  if (!first.ok) throw new Error(first.failure.reason);
  const organizer = organizerActor(await anOrganizer(network), network);
  const plan = { onsiteCapacity: 5, onsiteOffered: 1, pending: 1 };
  await db().update(seatPlans).set(plan).where(eq(seatPlans.eventId, event.id));
  const onsite = { attendance: "onsite", confirmedAt: null } as const;
  const asking = await aRegistration(event, { ...onsite, status: "pending", place: 1_001 });
  const offer = { status: "offered", offeredUntil: event.startsAt, place: 1_002 } as const;
  const offered = await aRegistration(event, { ...onsite, ...offer });
  return {
    eventId: event.id,
    organizer,
    seated: first.value.registrationId,
    asking: asking.id,
    offered: offered.id,
  };
}

/** Seats that were given, or places on the waiting list, after everybody was told that the event is called off. */
async function givenTooLate(eventId: EventId): Promise<number> {
  const isOf = sql`${outbox.payload} ->> 'eventId' = ${eventId}`;
  const [off] = await db()
    .select({ seq: outbox.seq })
    .from(outbox)
    .where(and(isOf, eq(outbox.kind, "event.cancelled")));
  if (!off) throw new Error("the event was not called off");
  const given = [
    "registration.promoted",
    "registration.confirmed",
    "registration.waiting",
    "registration.switched",
  ];
  return db().$count(outbox, and(isOf, inArray(outbox.kind, given), sql`${outbox.seq} > ${off.seq}`));
}

type Work = { name: string; reads: number; give: (scene: Scene) => Promise<{ ok: boolean }> };

/** The event is called off once the command has looked at it for the last time before it gives a seat. */
async function calledOffMeanwhile({ reads, give }: Work): Promise<number> {
  const scene = await aFullEvent();
  const lastRead = new Promise<void>((resolve) => {
    let left = reads;
    guard.seen = () => {
      left -= 1;
      if (left === 0) resolve();
    };
  });
  const giving = give(scene);
  await Promise.race([lastRead, giving]);
  const off = await cancelEvent({ actor: scene.organizer, input: { eventId: scene.eventId } });
  expect([off.ok, (await giving).ok]).toEqual([true, true]);
  return givenTooLate(scene.eventId);
}

const works: Work[] = [
  { name: "a registration", reads: 1, give: ({ eventId }) => register(eventId, "cem") },
  {
    name: "more seats",
    reads: 2,
    give: ({ eventId, organizer }) => changeCapacity({ actor: organizer, input: { eventId, capacity: 8 } }),
  },
  {
    name: "a seat that is given back",
    reads: 1,
    give: ({ eventId, seated }) =>
      cancelRegistration({
        actor: seatActor({ id: seated, eventId }),
        input: { registrationId: seated },
      }),
  },
  {
    name: "a seat that is exchanged for one on site",
    reads: 2,
    give: ({ eventId, seated }) =>
      switchAttendance({
        actor: seatActor({ id: seated, eventId }),
        input: { registrationId: seated, attendance: "onsite" },
      }),
  },
  {
    name: "a request that is approved",
    reads: 1,
    give: ({ organizer, asking }) =>
      approveRegistration({ actor: organizer, input: { registrationId: asking } }),
  },
  {
    name: "an offer that is taken",
    reads: 1,
    give: ({ eventId, offered }) =>
      acceptOffer({
        actor: seatActor({ id: offered, eventId }),
        input: { registrationId: offered },
      }),
  },
];

describe("an event that is called off while its seats are given", { timeout: 60_000 }, () => {
  it.each(works)("gives none afterwards: $name", async (work) => {
    expect(await calledOffMeanwhile(work)).toBe(0);
  });
});

describe("the same without holding the event", { timeout: 60_000 }, () => {
  withoutGuard(guard);

  it.each(works)("gives them too late: $name", async (work) => {
    expect(await worstOf(() => calledOffMeanwhile(work), 0)).toBeGreaterThan(0);
  });
});
