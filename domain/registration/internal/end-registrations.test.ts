import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { seatPlans } from "@/db/schema/registration";
import { organizerActor, seatActor, system } from "@/db/testing/actors";
import { anAnswer, aQuestion } from "@/db/testing/forms";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { cancelRegistration } from "../commands/cancel-registration";
import { cancelRegistrations } from "../commands/cancel-registrations";
import { declineRegistration } from "../commands/decline-registration";
import { expireOffers } from "../commands/expire-offers";
import { forgetAnswers } from "../commands/forget-answers";
import { givenBy } from "../queries/given";

type Values = Parameters<typeof aRegistration>[1];

/** Somebody who has answered openly and in confidence, and somebody else who has too. */
async function scene(values: Values = {}) {
  const network = await aNetwork();
  const event = await anEvent({ network });
  const office = organizerActor(await anOrganizer(network), network);
  const counts = { confirmed: 2, pending: 1, offered: 1 };
  await db().update(seatPlans).set(counts).where(eq(seatPlans.eventId, event.id));
  const [open, diet] = [await aQuestion(event), await aQuestion(event, { sensitive: true })];
  const [own, other] = [await aRegistration(event, values), await aRegistration(event)];
  for (const one of [own, other]) {
    await anAnswer(one, open, "Austausch");
    await anAnswer(one, diet, "keine Nüsse");
  }
  const given = async ({ id }: { id: (typeof own)["id"] }) =>
    (await givenBy(id, db())).map(({ questionId }) => questionId);
  return { event, office, open, diet, own, other, given };
}
type Scene = Awaited<ReturnType<typeof scene>>;

const offered: Values = {
  status: "offered",
  confirmedAt: null,
  offeredUntil: new Date("2020-01-01T00:00:00Z"),
};
const ends: [string, Values, (scene: Scene) => Promise<{ ok: boolean }>][] = [
  [
    "its holder cancels",
    {},
    ({ own }) => cancelRegistration({ actor: seatActor(own), input: { registrationId: own.id } }),
  ],
  [
    "the office cancels",
    {},
    ({ office, event, own }) =>
      cancelRegistrations({ actor: office, input: { eventId: event.id, registrationIds: [own.id] } }),
  ],
  [
    "the office declines",
    { status: "pending", confirmedAt: null },
    ({ office, own }) => declineRegistration({ actor: office, input: { registrationId: own.id } }),
  ],
  [
    "an offer is not taken",
    offered,
    ({ event }) => expireOffers({ actor: system, input: { eventId: event.id } }),
  ],
];

describe("what was said in confidence", () => {
  it.each(ends)("goes at once when %s, and nothing else does", async (_how, values, end) => {
    const world = await scene(values);
    expect(await end(world)).toMatchObject({ ok: true });
    expect(await world.given(world.own)).toEqual([world.open.id]);
    expect(await world.given(world.other)).toEqual([world.open.id, world.diet.id]);
  });

  it.each(["cancelled", "declined"] as const)(
    "is found by the clock where somebody is %s already",
    async (status) => {
      const world = await scene({ status, confirmedAt: null });
      expect(await world.given(world.own)).toHaveLength(2);
      for (;;) {
        const result = await forgetAnswers({
          actor: system,
          input: {},
          now: new Date("2020-01-01T00:00:00Z"),
        });
        if (!result.ok) throw new Error(result.failure.reason);
        if (result.value.gone === 0) break;
      }
      expect(await world.given(world.own)).toEqual([world.open.id]);
      expect(await world.given(world.other)).toHaveLength(2);
    },
  );
});
