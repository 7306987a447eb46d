import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { personBlocks } from "@/db/schema/matchmaking";
import { talkWishes } from "@/db/schema/matchmaking-plans";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { outcomeOf } from "@/db/testing/plans";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { stateWish } from "./state-wish";

it("state-wish keeps one word of each about the other, until it is taken back", async () => {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const say = async (
    wish: string,
    actor = personActor(anna.person) as Parameters<typeof stateWish>[0]["actor"],
  ) => outcomeOf(await stateWish({ actor, input: { eventId: event.id, personId: ben.person.id, wish } }));
  const said = () => db().select().from(talkWishes).where(eq(talkWishes.eventId, event.id));
  expect(await say("want")).toBe("ok");
  expect(await say("must", seatActor(anna.registration))).toBe("ok");
  expect(await said()).toMatchObject([
    { fromPersonId: anna.person.id, toPersonId: ben.person.id, wish: "must" },
  ]);
  expect(await say("none")).toBe("ok");
  expect(await said()).toEqual([]);
});

it("state-wish is nobody's who is not there, and says nothing of blocks", async () => {
  const event = await aTalkEvent();
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const silent = await aTaker(event, { talksOptIn: false });
  type Actor = Parameters<typeof stateWish>[0]["actor"];
  const say = async (actor: Actor, personId: string, wish = "want") =>
    outcomeOf(await stateWish({ actor, input: { eventId: event.id, personId, wish } }));
  for (const actor of [guest, personActor(await aPerson())])
    expect(await say(actor, ben.person.id)).toBe("missing");
  expect(await say(personActor(silent.person), ben.person.id)).toBe("not_opted_in");
  expect(await say(personActor(anna.person), anna.person.id)).toBe("with_oneself");
  expect(await say(personActor(anna.person), silent.person.id)).toBe("partner_unavailable");
  await db().insert(personBlocks).values({ personId: ben.person.id, blockedId: anna.person.id });
  expect(await say(personActor(anna.person), ben.person.id)).toBe("partner_unavailable");
  // A no that is taken where a yes is not would say that somebody takes talks, but not with whoever asks.
  expect(await say(personActor(anna.person), ben.person.id, "never")).toBe("partner_unavailable");
});
