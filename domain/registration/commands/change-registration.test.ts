import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { claimActor, guest, seatActor } from "@/db/testing/actors";
import { aClaim, anEvent, aRegistration } from "@/db/testing/makers";
import { changeRegistration } from "./change-registration";

describe("changeRegistration", () => {
  it("changes what was posted and leaves the rest", async () => {
    const registration = await aRegistration(await anEvent(), { organisation: "Alt GmbH" });
    const input = {
      registrationId: registration.id,
      name: " Ada  Neu ",
      talksOptIn: "on",
      status: "cancelled",
      email: "x@example.org",
    };
    expect(await changeRegistration({ actor: seatActor(registration), input })).toMatchObject({ ok: true });
    const [row] = await db().select().from(registrations).where(eq(registrations.id, registration.id));
    expect(row).toMatchObject({
      name: "Ada Neu",
      organisation: "Alt GmbH",
      talksOptIn: true,
      status: "confirmed",
      email: registration.email,
    });
  });

  it("is refused to strangers and claims as if there were nothing", async () => {
    const registration = await aRegistration(await anEvent());
    for (const actor of [guest, claimActor(registration, await aClaim(registration))]) {
      const result = await changeRegistration({
        actor,
        input: { registrationId: registration.id, name: "Mallory" },
      });
      expect(result).toMatchObject({ ok: false, failure: { kind: "not_found" } });
    }
  });

  it("does not touch a cancelled registration", async () => {
    const registration = await aRegistration(await anEvent(), { status: "cancelled" });
    const result = await changeRegistration({
      actor: seatActor(registration),
      input: { registrationId: registration.id, name: "Ada" },
    });
    expect(result).toMatchObject({ ok: false, failure: { reason: "registration_cancelled" } });
  });
});
