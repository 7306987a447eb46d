import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { events } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import { claimActor, guest, organizerActor, seatActor } from "@/db/testing/actors";
import { aClaim, aNetwork, anEvent, anOrganizer } from "@/db/testing/makers";
import { registered, statesOf } from "@/db/testing/seats";
import { cancelRegistration } from "./cancel-registration";

describe("cancelRegistration", () => {
  it("gives the seat to whoever waits longest, in the same transaction", async () => {
    const event = await anEvent({ capacity: 1 });
    const [ada] = [
      await registered(event.id, "ada"),
      await registered(event.id, "ben"),
      await registered(event.id, "cem"),
    ];
    expect(
      await cancelRegistration({ actor: seatActor(ada), input: { registrationId: ada.id } }),
    ).toMatchObject({ ok: true });
    expect(await statesOf(event.id)).toEqual(["ada cancelled", "ben confirmed", "cem waiting"]);
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(plan).toMatchObject({ confirmed: 1, waiting: 1 });
    const kinds = (await db().select().from(outbox).orderBy(asc(outbox.seq)))
      .filter((fact) => JSON.stringify(fact.payload).includes(event.id))
      .map((fact) => fact.kind);
    expect(kinds.slice(-2)).toEqual(["registration.cancelled", "registration.promoted"]);
  });

  it("cancels once however often it is pressed", async () => {
    const event = await anEvent({ capacity: 2 });
    const ada = await registered(event.id, "ada");
    await registered(event.id, "ben");
    const cancel = () => cancelRegistration({ actor: seatActor(ada), input: { registrationId: ada.id } });
    expect((await Promise.all([cancel(), cancel(), cancel()])).every((result) => result.ok)).toBe(true);
    const [plan] = await db().select().from(seatPlans).where(eq(seatPlans.eventId, event.id));
    expect(plan).toMatchObject({ confirmed: 1, waiting: 0 });
  });

  it("is refused to a mere claim, to strangers and to organizers of other networks, as if there were nothing", async () => {
    const event = await anEvent();
    const ada = await registered(event.id, "ada");
    const elsewhere = await aNetwork();
    const actors = [
      guest,
      claimActor(ada, await aClaim(ada)),
      organizerActor(await anOrganizer(elsewhere), elsewhere),
    ];
    for (const actor of actors) {
      const result = await cancelRegistration({ actor, input: { registrationId: ada.id } });
      expect(result).toMatchObject({ ok: false, failure: { kind: "not_found", reason: "missing" } });
    }
    expect(await statesOf(event.id)).toEqual(["ada confirmed"]);
  });

  it("is over when the event is", async () => {
    const event = await anEvent();
    const ada = await registered(event.id, "ada");
    const result = await cancelRegistration({
      actor: seatActor(ada),
      input: { registrationId: ada.id },
      now: new Date(event.endsAt.getTime() + 1000),
    });
    expect(result).toMatchObject({ ok: false, failure: { reason: "event_over" } });
  });

  it("is possible while the event runs over its end, and not once it was called off", async () => {
    const cancelIn = async (status: "live" | "cancelled", minutesAfterTheEnd: number) => {
      const event = await anEvent();
      const ada = await registered(event.id, "ada");
      await db().update(events).set({ status }).where(eq(events.id, event.id));
      const now = new Date(event.endsAt.getTime() + minutesAfterTheEnd * 60_000);
      return cancelRegistration({ actor: seatActor(ada), input: { registrationId: ada.id }, now });
    };
    expect(await cancelIn("live", 10)).toMatchObject({ ok: true });
    expect(await cancelIn("cancelled", -10)).toMatchObject({
      ok: false,
      failure: { reason: "event_cancelled" },
    });
  });

  it("puts a person who comes back at the end of the line", async () => {
    const event = await anEvent({ capacity: 1 });
    const ada = await registered(event.id, "ada");
    await registered(event.id, "ben");
    await registered(event.id, "cem");
    await cancelRegistration({ actor: seatActor(ada), input: { registrationId: ada.id } });
    await registered(event.id, "ada");
    expect(await statesOf(event.id)).toEqual(["ben confirmed", "cem waiting", "ada waiting"]);
  });
});
