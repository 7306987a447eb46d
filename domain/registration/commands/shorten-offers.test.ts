import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { guest, organizerActor, system } from "@/db/testing/actors";
import { aNetwork, anOrganizer } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { anOffer } from "@/db/testing/seats";
import type { Id } from "@/lib/ids";
import { shortenOffers } from "./shorten-offers";

const untilOf = async (id: Id<"registration">) =>
  (await db().select().from(registrations).where(eq(registrations.id, id)))[0]?.offeredUntil;
/** Moved so far from now. */
async function moved(eventId: Id<"event">, hours: number): Promise<Date> {
  const startsAt = new Date(Date.now() + hours * 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  await db().update(events).set({ startsAt, endsAt }).where(eq(events.id, eventId));
  return startsAt;
}

describe("shortenOffers", () => {
  it("lets no offer outlast the start of an event that was brought forward, and leaves it otherwise", async () => {
    const { event, offered } = await anOffer();
    const other = await anOffer();
    const shorten = () => shortenOffers({ actor: system, input: { eventId: event.id } });
    await moved(event.id, 48);
    expect(await shorten()).toMatchObject({ value: { shortened: 0 } });
    expect(await untilOf(offered.id)).toEqual(offered.offeredUntil);
    const startsAt = await moved(event.id, 2);
    expect(await shorten()).toMatchObject({ value: { shortened: 1 } });
    expect(await shorten()).toMatchObject({ value: { shortened: 0 } });
    expect(await untilOf(offered.id)).toEqual(startsAt);
    expect(await untilOf(other.offered.id)).toEqual(other.offered.offeredUntil);
  });

  it("is nothing that strangers can call", async () => {
    const { event, offered } = await anOffer();
    await moved(event.id, 2);
    const elsewhere = await aNetwork();
    for (const actor of [guest, organizerActor(await anOrganizer(elsewhere), elsewhere)])
      expect(refusalOf(await shortenOffers({ actor, input: { eventId: event.id } }))).toBe(MISSING);
    expect(await untilOf(offered.id)).toEqual(offered.offeredUntil);
  });
});
