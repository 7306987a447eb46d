import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { claimActor, guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aClaim, anOrganizer } from "@/db/testing/makers";
import { anOffer, planOf, rowOf } from "@/db/testing/seats";
import { acceptOffer } from "./accept-offer";
import { cancelRegistration } from "./cancel-registration";

describe("acceptOffer", () => {
  it("turns the offer into a seat, once however often it is pressed", async () => {
    const { event, offered } = await anOffer();
    const accept = () => acceptOffer({ actor: seatActor(offered), input: { registrationId: offered.id } });
    expect((await Promise.all([accept(), accept()])).every(({ ok }) => ok)).toBe(true);
    expect(await rowOf(offered.id)).toMatchObject({ status: "confirmed", offeredUntil: null });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 1, offered: 0, waiting: 1 });
  });

  it("is refused once its time is over, although nobody has passed the seat on yet", async () => {
    const { offered } = await anOffer();
    const now = offered.offeredUntil ?? new Date();
    const input = { registrationId: offered.id };
    const result = await acceptOffer({ actor: seatActor(offered), input, now });
    expect(result).toMatchObject({ failure: { kind: "conflict", reason: "offer_gone" } });
    expect(await rowOf(offered.id)).toMatchObject({ status: "offered" });
  });

  it("is refused to who still waits, and once the event is called off", async () => {
    const { event, offered, next } = await anOffer();
    const input = { registrationId: next.id };
    expect(await acceptOffer({ actor: seatActor(next), input })).toMatchObject({
      failure: { reason: "offer_gone" },
    });
    await db().update(events).set({ status: "cancelled" }).where(eq(events.id, event.id));
    const late = await acceptOffer({ actor: seatActor(offered), input: { registrationId: offered.id } });
    expect(late).toMatchObject({ failure: { reason: "event_cancelled" } });
  });

  it("is nobody else's to take", async () => {
    const { network, offered } = await anOffer();
    const office = organizerActor(await anOrganizer(network), network);
    for (const actor of [guest, claimActor(offered, await aClaim(offered)), office]) {
      const result = await acceptOffer({ actor, input: { registrationId: offered.id } });
      expect(result).toMatchObject({ failure: { kind: "not_found", reason: "missing" } });
    }
  });

  it("who says no passes the seat on as an offer to who waits next", async () => {
    const { event, offered, next } = await anOffer();
    await cancelRegistration({ actor: seatActor(offered), input: { registrationId: offered.id } });
    expect(await rowOf(offered.id)).toMatchObject({ status: "cancelled", offeredUntil: null });
    expect(await rowOf(next.id)).toMatchObject({ status: "offered" });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 0, offered: 1, waiting: 0 });
  });
});
