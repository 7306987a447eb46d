import { asc, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { seatActor, system } from "@/db/testing/actors";
import { anOffer, planOf, rowOf } from "@/db/testing/seats";
import type { Id } from "@/lib/ids";
import { acceptOffer } from "./accept-offer";
import { expireOffers } from "./expire-offers";

const factsOf = async (eventId: Id<"event">) =>
  (
    await db()
      .select({ kind: outbox.kind })
      .from(outbox)
      .where(sql`${outbox.payload} ->> 'eventId' = ${eventId}`)
      .orderBy(asc(outbox.seq))
  ).map(({ kind }) => kind);

describe("expireOffers", () => {
  it("ends what nobody took, and offers the seat to who waits next, in the same transaction", async () => {
    const { event, offered, next } = await anOffer();
    const now = offered.offeredUntil ?? new Date();
    const expire = () => expireOffers({ actor: system, input: { eventId: event.id }, now });
    expect(await expire()).toMatchObject({ ok: true, value: { expired: 1, promoted: 1 } });
    expect(await rowOf(offered.id)).toMatchObject({ status: "cancelled" });
    expect(await rowOf(next.id)).toMatchObject({ status: "offered" });
    expect(await planOf(event.id)).toMatchObject({ confirmed: 0, offered: 1, waiting: 0 });
    expect((await factsOf(event.id)).slice(-2)).toEqual(["registration.expired", "registration.offered"]);
    expect(await expire()).toMatchObject({ value: { expired: 0, promoted: 0 } });
  });

  it("leaves offers alone that can still be taken", async () => {
    const { event, offered } = await anOffer();
    expect(await expireOffers({ actor: system, input: { eventId: event.id } })).toMatchObject({
      value: { expired: 0 },
    });
    expect(await rowOf(offered.id)).toMatchObject({ status: "offered" });
  });

  it("is the clock's and the office's, and nobody else's", async () => {
    const { event, offered } = await anOffer();
    const result = await expireOffers({ actor: seatActor(offered), input: { eventId: event.id } });
    expect(result).toMatchObject({ failure: { kind: "not_found" } });
  });

  it("R22: an offer that is taken at its last moment is either a seat or gone, and never both", async () => {
    for (let round = 0; round < 5; round++) {
      const { event, offered } = await anOffer();
      const until = offered.offeredUntil ?? new Date();
      const justBefore = new Date(until.getTime() - 1);
      const input = { registrationId: offered.id };
      const [taken] = await Promise.all([
        acceptOffer({ actor: seatActor(offered), input, now: justBefore }),
        expireOffers({ actor: system, input: { eventId: event.id }, now: until }),
      ]);
      const row = await rowOf(offered.id);
      expect(row?.status).toBe(taken.ok ? "confirmed" : "cancelled");
      const plan = await planOf(event.id);
      expect((plan?.confirmed ?? 0) + (plan?.offered ?? 0)).toBe(1);
    }
  });
});
