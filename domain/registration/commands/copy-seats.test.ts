import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { seatPlans } from "@/db/schema/registration";
import { organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import type { Id } from "@/lib/ids";
import { copySeats } from "./copy-seats";

const planOf = async (eventId: Id<"event">) =>
  (await db().select().from(seatPlans).where(eq(seatPlans.eventId, eventId)))[0];

const trust = {
  confirmMembers: true,
  confirmDomains: ["example.org"],
  membersFirst: true,
  invitedFirst: true,
};
const rules = {
  ...{ onsiteCapacity: 8, approval: true, offerHours: 12, switchHours: 24, invitationOnly: true },
  ...trust,
};

/** An event whose seats are partly taken, and a new one without a seat plan. */
async function scene() {
  const network = await aNetwork();
  const [from, to] = [await anEvent({ network, capacity: 24, waitlist: false }), await anEvent({ network })];
  const taken = { confirmed: 7, onsiteConfirmed: 2, onsiteOffered: 1, pending: 3, nextPlace: 9 };
  await db()
    .update(seatPlans)
    .set({ ...taken, ...rules })
    .where(eq(seatPlans.eventId, from.id));
  await db().delete(seatPlans).where(eq(seatPlans.eventId, to.id));
  const actor = organizerActor(await anOrganizer(network), network);
  return { from, to, actor, input: { eventId: to.id, fromEventId: from.id } };
}

describe("copySeats", () => {
  it("gives as many seats, all of them free, by the same rules", async () => {
    const { to, actor, input } = await scene();
    expect(await copySeats({ actor, input })).toMatchObject({ ok: true });
    const free = { capacity: 24, waitlist: false, confirmed: 0, waiting: 0, nextPlace: 1, forgotten: 0 };
    expect(await planOf(to.id)).toMatchObject({ ...free, ...rules });
    expect(await planOf(to.id)).toMatchObject({ onsiteConfirmed: 0, onsiteOffered: 0, pending: 0 });
  });

  it("touches no event that has seats already", async () => {
    const { from, actor, input } = await scene();
    const before = await planOf(from.id);
    const result = await copySeats({ actor, input: { eventId: from.id, fromEventId: input.fromEventId } });
    expect(result).toMatchObject({ ok: false, failure: { kind: "conflict", reason: "wrong_state" } });
    expect(await planOf(from.id)).toEqual(before);
  });

  it("is refused to organizers of another network, and for an original there", async () => {
    const { to, actor, input } = await scene();
    const other = await scene();
    const missing = { ok: false, failure: { kind: "not_found" } };
    expect(refusalOf(await copySeats({ actor: other.actor, input }))).toBe(MISSING);
    expect(await copySeats({ actor, input: { ...input, fromEventId: other.from.id } })).toMatchObject(
      missing,
    );
    expect(await planOf(to.id)).toBeUndefined();
  });
});
