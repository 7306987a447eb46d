import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { claimActor, seatActor } from "@/db/testing/actors";
import { aClaim, anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { proveRegistration } from "./prove-registration";

describe("proveRegistration", () => {
  it("binds the registration to the person of its address, once", async () => {
    const ada = await aPerson();
    const registration = await aRegistration(await anEvent(), { email: ada.email });
    const prove = () =>
      proveRegistration({ actor: seatActor(registration), input: { registrationId: registration.id } });
    const results = await Promise.all([prove(), prove(), prove()]);
    for (const result of results) expect(result).toMatchObject({ ok: true, value: { personId: ada.id } });
    const [row] = await db().select().from(registrations).where(eq(registrations.id, registration.id));
    expect(row).toMatchObject({ personId: ada.id, provenAt: expect.any(Date) });
  });

  it("makes a person where there was none", async () => {
    const registration = await aRegistration(await anEvent());
    const result = await proveRegistration({
      actor: seatActor(registration),
      input: { registrationId: registration.id },
    });
    expect(result).toMatchObject({ ok: true, value: { personId: expect.stringMatching(/^per_/) } });
  });

  it("is no way for a claim to become the person whose address was typed", async () => {
    const ada = await aPerson();
    const registration = await aRegistration(await anEvent(), { email: ada.email });
    const actor = claimActor(registration, await aClaim(registration));
    expect(await proveRegistration({ actor, input: { registrationId: registration.id } })).toMatchObject({
      ok: false,
    });
    const [row] = await db().select().from(registrations).where(eq(registrations.id, registration.id));
    expect(row).toMatchObject({ personId: null, provenAt: null });
  });
});
