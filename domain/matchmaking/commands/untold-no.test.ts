import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { personBlocks, talkProfiles } from "@/db/schema/matchmaking";
import { talkWishes } from "@/db/schema/matchmaking-plans";
import { organizerActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { aDraft, aPlanEvent, outcomeOf, publish } from "@/db/testing/plans";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { bookMeeting } from "./book-meeting";
import { requireTalk } from "./require-talk";

const office = async (event: { networkId: Parameters<typeof organizerActor>[1]["id"] }) =>
  organizerActor(await aPerson(), { id: event.networkId });

async function aWorld() {
  const event = await aTalkEvent();
  return { event, anna: await aTaker(event), ben: await aTaker(event) };
}
type World = Awaited<ReturnType<typeof aWorld>>;

const book = async ({ event, anna, ben }: World) => {
  const personIds = [anna.person.id, ben.person.id];
  const input = { eventId: event.id, personIds, startsAt: slotAt(event, 1).toISOString() };
  return bookMeeting({ actor: await office(event), input });
};

describe("a no that nobody at the desk can tell from a block", () => {
  const keepAway: Record<string, (world: World) => Promise<unknown>> = {
    "a block": ({ anna, ben }: World) =>
      db().insert(personBlocks).values({ personId: ben.person.id, blockedId: anna.person.id }),
    "a profile without talks": ({ ben }: World) =>
      db().insert(talkProfiles).values({ personId: ben.person.id, takesTalks: false }),
    "a never of one": ({ event, anna, ben }: World) =>
      db()
        .insert(talkWishes)
        .values({
          ...{ eventId: event.id, fromPersonId: ben.person.id, toPersonId: anna.person.id },
          ...{ by: "person", wish: "never" },
        }),
    "a never of the other": ({ event, anna, ben }: World) =>
      db()
        .insert(talkWishes)
        .values({
          ...{ eventId: event.id, fromPersonId: anna.person.id, toPersonId: ben.person.id },
          ...{ by: "person", wish: "never" },
        }),
  };

  it.each(Object.entries(keepAway))(
    "%s: to require a talk and to book one are refused in the same words",
    async (_how, keep) => {
      const world = await aWorld();
      const { event, anna, ben } = world;
      const demand = async (wanted = "yes") =>
        requireTalk({
          actor: await office(event),
          input: { eventId: event.id, personIds: [anna.person.id, ben.person.id], wanted },
        });
      await keep(world);
      const answers = [await demand(), await book(world)];
      for (const answer of answers)
        expect(answer).toEqual({ ok: false, failure: { kind: "conflict", reason: "partner_unavailable" } });
      const required = sql`${talkWishes.eventId} = ${event.id} and ${talkWishes.by} = 'organizer'`;
      expect(await db().$count(talkWishes, required)).toBe(0);
      // Taking it back says nothing either.
      expect(outcomeOf(await demand("no"))).toBe("ok");
    },
  );

  it("a no that comes after the draft keeps the talk out of what is published, as a block does", async () => {
    const refusals = [];
    for (const how of ["a never of one", "a block"]) {
      const plan = await aPlanEvent(2);
      await aDraft(plan, [[0, 1, 0]]);
      const [anna, ben] = plan.takers;
      if (!anna || !ben) throw new Error("nobody there");
      await keepAway[how]?.({ event: plan.event, anna, ben });
      const refused = await publish(plan);
      refusals.push(refused.ok ? "published" : [refused.failure.kind, refused.failure.reason]);
    }
    expect(refusals).toEqual([
      ["conflict", "in_the_way"],
      ["conflict", "in_the_way"],
    ]);
  });

  it("a no of another event is none here", async () => {
    const { event, anna, ben } = await aWorld();
    const other = await aTalkEvent();
    const said = { eventId: other.id, fromPersonId: ben.person.id, toPersonId: anna.person.id };
    await db()
      .insert(talkWishes)
      .values({ ...said, by: "person", wish: "never" });
    const personIds = [anna.person.id, ben.person.id];
    const input = { eventId: event.id, personIds, wanted: "yes" };
    expect(outcomeOf(await requireTalk({ actor: await office(event), input }))).toBe("ok");
  });
});
