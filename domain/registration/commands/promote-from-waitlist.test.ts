import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations, seatPlans } from "@/db/schema/registration";
import { guest, system } from "@/db/testing/actors";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { promoteFromWaitlist } from "./promote-from-waitlist";

describe("promoteFromWaitlist", () => {
  it("gives each free seat once, oldest first, however often it runs at the same time", async () => {
    const event = await anEvent({ capacity: 2 });
    for (const place of [3, 1, 2])
      await aRegistration(event, { status: "waiting", place, name: `nr${place}` });
    await db().update(seatPlans).set({ waiting: 3 }).where(eq(seatPlans.eventId, event.id));
    await Promise.all(
      [1, 2, 3].map(() => promoteFromWaitlist({ actor: system, input: { eventId: event.id } })),
    );
    const rows = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
    expect(
      rows
        .filter((row) => row.status === "confirmed")
        .map((row) => row.name)
        .sort(),
    ).toEqual(["nr1", "nr2"]);
  });

  it.each(["cancelled", "ended"] as const)("promotes nobody into an event that is %s", async (status) => {
    const event = await anEvent({ capacity: 2, status });
    await aRegistration(event, { status: "waiting", place: 1 });
    await db().update(seatPlans).set({ waiting: 1 }).where(eq(seatPlans.eventId, event.id));
    const input = { eventId: event.id };
    expect(await promoteFromWaitlist({ actor: system, input })).toEqual({ ok: true, value: { promoted: 0 } });
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(plan).toMatchObject({ confirmed: 0, waiting: 1 });
  });

  it("is refused to visitors", async () => {
    const event = await anEvent();
    expect(await promoteFromWaitlist({ actor: guest, input: { eventId: event.id } })).toMatchObject({
      ok: false,
    });
  });
});
