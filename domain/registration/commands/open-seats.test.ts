import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { seatPlans } from "@/db/schema/registration";
import { eventActor, guest, organizerActor } from "@/db/testing/actors";
import { aNetwork, anEvent, anEventRole, anOrganizer } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { openSeats } from "./open-seats";

async function scene() {
  const network = await aNetwork();
  const event = await anEvent({ network, capacity: 5 });
  const actor = organizerActor(await anOrganizer(network), network);
  const planOf = async () => (await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id)))[0];
  return { event, actor, planOf, input: { eventId: event.id, capacity: 12, waitlist: false } };
}

describe("openSeats", () => {
  it("gives an event without seats as many as it says", async () => {
    const { event, actor, planOf, input } = await scene();
    await db().delete(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(await openSeats({ actor, input })).toMatchObject({ ok: true });
    expect(await planOf()).toMatchObject({ capacity: 12, waitlist: false, confirmed: 0, nextPlace: 1 });
  });

  it("says how they are given, online and on site", async () => {
    const { event, actor, planOf, input } = await scene();
    await db().delete(seatPlans).where(eq(seatPlans.eventId, event.id));
    const rules = {
      onsiteCapacity: 8,
      approval: true,
      invitationOnly: true,
      offerHours: 12,
      switchHours: 24,
    };
    expect(await openSeats({ actor, input: { ...input, ...rules } })).toMatchObject({ ok: true });
    expect(await planOf()).toMatchObject({ ...rules, onsiteConfirmed: 0, pending: 0 });
  });

  it("is the office's: whoever only hosts the event says yes to nobody", async () => {
    const { event, planOf, input } = await scene();
    await db().delete(seatPlans).where(eq(seatPlans.eventId, event.id));
    const actor = eventActor(await anEventRole(event, "host"), event, "host");
    expect(refusalOf(await openSeats({ actor, input }))).toBe(MISSING);
    expect(await planOf()).toBeUndefined();
  });

  it("touches no event that has seats already", async () => {
    const { actor, planOf, input } = await scene();
    expect(await openSeats({ actor, input })).toMatchObject({ failure: { reason: "wrong_state" } });
    expect(await planOf()).toMatchObject({ capacity: 5 });
  });

  it("is nothing for guests or for organizers of another network", async () => {
    const { planOf, input } = await scene();
    const other = await aNetwork();
    for (const actor of [guest, organizerActor(await anOrganizer(other), other)])
      expect(await openSeats({ actor, input })).toMatchObject({ failure: { kind: "not_found" } });
    expect(await planOf()).toMatchObject({ capacity: 5 });
  });
});
