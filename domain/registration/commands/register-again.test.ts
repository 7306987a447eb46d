import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { claimActor, guest, personActor, seatActor } from "@/db/testing/actors";
import { aClaim, anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { registerAgain } from "./register-again";

const rowOf = async (id: string | undefined) =>
  (await db().select().from(registrations)).find((row) => row.id === id);

describe("registerAgain", () => {
  it("registers the holder of a mailed link for a further event, proven as before", async () => {
    const ada = await aPerson();
    const first = await aRegistration(await anEvent(), {
      email: ada.email,
      personId: ada.id,
      provenAt: new Date(),
    });
    const event = await anEvent();
    const result = await registerAgain({ actor: seatActor(first), input: { eventId: event.id } });
    expect(result).toMatchObject({ ok: true, value: { claimId: null, state: "confirmed" } });
    if (result.ok)
      expect(await rowOf(result.value.registrationId)).toMatchObject({ email: ada.email, personId: ada.id });
  });

  it("keeps a claim a claim", async () => {
    const first = await aRegistration(await anEvent());
    const event = await anEvent();
    const actor = claimActor(first, await aClaim(first));
    const result = await registerAgain({ actor, input: { eventId: event.id } });
    expect(result).toMatchObject({ ok: true, value: { claimId: expect.any(String) } });
    const [row] = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
    expect(row).toMatchObject({ email: first.email, personId: null, provenAt: null });
  });

  it("takes a signed-in person's own details", async () => {
    const ada = await aPerson({ organisation: "Musterwerk AG" });
    const event = await anEvent();
    expect(await registerAgain({ actor: personActor(ada), input: { eventId: event.id } })).toMatchObject({
      ok: true,
      value: { claimId: null },
    });
    const [row] = await db().select().from(registrations).where(eq(registrations.eventId, event.id));
    expect(row).toMatchObject({ personId: ada.id, organisation: "Musterwerk AG" });
  });

  it("says so when the browser holds nothing", async () => {
    const event = await anEvent();
    expect(await registerAgain({ actor: guest, input: { eventId: event.id } })).toMatchObject({
      ok: false,
      failure: { kind: "conflict", reason: "nothing_held" },
    });
  });
});
