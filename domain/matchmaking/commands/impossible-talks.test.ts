import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import {
  hiddenFrom,
  meetingPeople,
  meetingRequests,
  personBlocks,
  talkProfiles,
} from "@/db/schema/matchmaking";
import { availabilityMarks } from "@/db/schema/matchmaking-availability";
import { registrations } from "@/db/schema/registration";
import { organizerActor, personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { outcomeOf } from "@/db/testing/plans";
import { agreeOn } from "@/db/testing/talk-rooms";
import { aTaker, aTalkEvent, aTalkRequest, slotAt } from "@/db/testing/talks";
import { translator } from "@/lib/i18n/translator";
import { answerRequest } from "./answer-request";
import { bookMeeting } from "./book-meeting";
import { counterRequest } from "./counter-request";
import { editRequest } from "./edit-request";
import { inviteToTalk } from "./invite-to-talk";
import { requestMeeting } from "./request-meeting";
import { rescheduleMeeting } from "./reschedule-meeting";

type Taker = Awaited<ReturnType<typeof aTaker>>;
type Id = Taker["person"]["id"];
const office = async (event: { networkId: Parameters<typeof organizerActor>[1]["id"] }) =>
  organizerActor(await aPerson(), { id: event.networkId });

/** Half over: its first slots are past, and Anna and Ben are free in the last ones. */
async function aWorld(startsIn = 24 * 3_600_000) {
  const event = await aTalkEvent({ startsAt: new Date(Date.now() + startsIn), status: "live" });
  const [anna, ben, cem] = [await aTaker(event), await aTaker(event), await aTaker(event)];
  return { event, anna, ben, cem };
}
type World = Awaited<ReturnType<typeof aWorld>>;

/** Every way in which a talk of these two comes about, by what it says when it can't be; Anna acts, or the office. */
const ways = {
  ask: ({ event, anna }: World, whom: Id, slot: Date) =>
    requestMeeting({
      actor: personActor(anna.person),
      input: { eventId: event.id, toPersonId: whom, slots: [slot.toISOString()] },
    }),
  book: async ({ event, anna }: World, whom: Id, slot: Date) =>
    bookMeeting({
      actor: await office(event),
      input: { eventId: event.id, personIds: [anna.person.id, whom], startsAt: slot.toISOString() },
    }),
} as const;

/** A request for the last slot, which waits as long as the event lasts. */
async function anOpenRequest(event: World["event"], from: Taker, to: Taker) {
  const { id } = await aTalkRequest(event, { from: from.person, to: to.person, slots: [3] });
  await db().update(meetingRequests).set({ expiresAt: event.endsAt }).where(eq(meetingRequests.id, id));
  return id;
}

/** The same of a request that waits, or a talk that stands, between Anna and Ben. */
const later = {
  edit: async ({ event, anna, ben }: World, slot: Date) => {
    const id = await anOpenRequest(event, anna, ben);
    return editRequest({
      actor: personActor(anna.person),
      input: { requestId: id, slots: [slot.toISOString()], note: "" },
    });
  },
  counter: async ({ event, anna, ben }: World, slot: Date) => {
    const id = await anOpenRequest(event, ben, anna);
    return counterRequest({
      actor: personActor(anna.person),
      input: { requestId: id, slots: [slot.toISOString()], note: "" },
    });
  },
  move: async (world: World, slot: Date) => {
    const booked = await ways.book(world, world.ben.person.id, slotAt(world.event, 3));
    if (!booked.ok) throw new Error(booked.failure.reason);
    const { meetingId } = booked.value;
    return rescheduleMeeting({
      actor: personActor(world.anna.person),
      input: { meetingId, startsAt: slot.toISOString() },
    });
  },
} as const;

const wayNames = ["ask", "book"] as const;
const laterNames = ["edit", "counter", "move"] as const;

describe("S55: a talk that can't be is refused with its reason", () => {
  it.each(wayNames)("with oneself (%s)", async (way) => {
    const world = await aWorld();
    const said = outcomeOf(await ways[way](world, world.anna.person.id, slotAt(world.event, 3)));
    expect(said).toBe("with_oneself");
  });

  it.each(wayNames)("with somebody who is not there, or takes no talks (%s)", async (way) => {
    const world = await aWorld();
    const elsewhere = await aTaker(await aTalkEvent());
    const hidden = await aTaker(world.event, { talksOptIn: false });
    const waiting = await aTaker(world.event, { status: "waiting", confirmedAt: null });
    const silent = await aTaker(world.event);
    await db().insert(talkProfiles).values({ personId: silent.person.id, takesTalks: false });
    for (const { person } of [elsewhere, hidden, waiting, silent])
      expect(outcomeOf(await ways[way](world, person.id, slotAt(world.event, 3)))).toBe(
        "partner_unavailable",
      );
  });

  it.each(wayNames)(
    "with somebody who blocked, was blocked, or hides from the organisation (%s)",
    async (way) => {
      const said = async (keepAway: (world: World) => Promise<unknown>) => {
        const world = await aWorld();
        await keepAway(world);
        return outcomeOf(await ways[way](world, world.ben.person.id, slotAt(world.event, 3)));
      };
      const block = (who: Taker, whom: Taker) =>
        db().insert(personBlocks).values({ personId: who.person.id, blockedId: whom.person.id });
      expect(await said(({ anna, ben }) => block(ben, anna))).toBe("partner_unavailable");
      expect(await said(({ anna, ben }) => block(anna, ben))).toBe("partner_unavailable");
      expect(
        await said(async ({ anna, ben }) => {
          const { id } = anna.registration;
          await db()
            .update(registrations)
            .set({ organisation: " Muster AG " })
            .where(eq(registrations.id, id));
          await db().insert(hiddenFrom).values({ personId: ben.person.id, organisation: "muster ag" });
        }),
      ).toBe("partner_unavailable");
    },
  );

  it.each([...wayNames, ...laterNames])(
    "outside the hours, in the past, overlapping, or at a time that is not theirs (%s)",
    async (way) => {
      const at = (world: World, slot: Date) =>
        way === "ask" || way === "book"
          ? ways[way](world, world.ben.person.id, slot)
          : later[way](world, slot);
      const outside = await aWorld();
      expect(outcomeOf(await at(outside, slotAt(outside.event, 9)))).toBe("outside_window");
      const crooked = await aWorld();
      const between = new Date(slotAt(crooked.event, 1).getTime() + 60_000);
      expect(outcomeOf(await at(crooked, between))).toBe("outside_window");
      const past = await aWorld(-30 * 60_000);
      expect(outcomeOf(await at(past, slotAt(past.event, 0)))).toBe("slot_past");

      const taken = await aWorld();
      await agreeOn({ event: taken.event, anna: taken.ben, ben: taken.cem }, 1);
      const free = (...slots: number[]) => slots.map((slot) => slotAt(taken.event, slot).toISOString());
      expect(await at(taken, slotAt(taken.event, 1))).toMatchObject({
        failure: {
          kind: "conflict",
          reason: "slot_taken",
          details: { free: expect.arrayContaining(free(0, 2)) },
        },
      });

      const away = await aWorld();
      const busy = { eventId: away.event.id, startsAt: slotAt(away.event, 1), endsAt: slotAt(away.event, 2) };
      await db()
        .insert(availabilityMarks)
        .values({ ...busy, personId: away.ben.person.id, mark: "blocked" });
      expect(outcomeOf(await at(away, slotAt(away.event, 1)))).toBe("not_available");
    },
  );

  it("a second talk of the same two, and more requests than wait at a time", async () => {
    const world = await aWorld();
    const { event, anna } = world;
    for (let nth = 0; nth < 5; nth++)
      expect(outcomeOf(await ways.ask(world, (await aTaker(event)).person.id, slotAt(event, 3)))).toBe("ok");
    const sixth = await aTaker(event);
    expect(outcomeOf(await ways.ask(world, sixth.person.id, slotAt(event, 3)))).toBe("too_many_open");
    await agreeOn({ event, anna, ben: world.ben }, 2);
    for (const way of wayNames)
      expect(outcomeOf(await ways[way](world, world.ben.person.id, slotAt(event, 1)))).toBe(
        "already_meeting",
      );
  });

  it("a yes that comes too late, and to a time that was never offered", async () => {
    const { event, anna, ben } = await aWorld();
    const { id } = await aTalkRequest(event, { from: ben.person, to: anna.person, slots: [1] });
    const yes = (slot: number, now?: Date) =>
      answerRequest({
        actor: personActor(anna.person),
        input: { requestId: id, answer: slotAt(event, slot).toISOString() },
        ...(now ? { now } : {}),
      });
    expect(outcomeOf(await yes(2))).toBe("slot_not_offered");
    await db().update(meetingRequests).set({ expiresAt: event.endsAt }).where(eq(meetingRequests.id, id));
    expect(outcomeOf(await yes(1, slotAt(event, 1)))).toBe("slot_past");
    expect(await db().$count(meetingPeople, eq(meetingPeople.personId, anna.person.id))).toBe(0);
  });

  it("a third person whom one of the two avoids, in the words of somebody who is busy", async () => {
    const world = await aWorld();
    const meetingId = await agreeOn(world, 3);
    const { anna, ben, cem } = world;
    await db().insert(personBlocks).values({ personId: cem.person.id, blockedId: ben.person.id });
    const input = { meetingId, personId: cem.person.id };
    expect(outcomeOf(await inviteToTalk({ actor: personActor(anna.person), input }))).toBe("not_available");
  });

  it("each reason has its words in both languages", async () => {
    const reasons = [
      ...[
        "with_oneself",
        "partner_unavailable",
        "outside_window",
        "slot_past",
        "slot_taken",
        "not_available",
      ],
      ...[
        "own_time_taken",
        "already_meeting",
        "already_asked",
        "too_many_open",
        "asked_lately",
        "asked_enough",
      ],
      ...["slot_not_offered", "expired", "not_open", "no_talks", "not_opted_in"],
    ] as const;
    for (const locale of ["de", "en"] as const) {
      const t = translator(locale, "talks");
      for (const reason of reasons) expect(t.has(`refusals.${reason}`), `${locale} ${reason}`).toBe(true);
    }
  });
});
