import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { personActor } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { linkRegistrations } from "./link-registrations";

describe("linkRegistrations", () => {
  it("gives a person the registrations of their own address and no others", async () => {
    const [ada, ben] = [await aPerson(), await aPerson()];
    const event = await anEvent();
    const mine = await aRegistration(event, { email: ada.email });
    const other = await aRegistration(event);
    expect(await linkRegistrations({ actor: personActor(ada), input: { personId: ada.id } })).toMatchObject({
      ok: true,
      value: { linked: 1 },
    });
    const owner = async (id: typeof mine.id) =>
      (await db().select().from(registrations).where(eq(registrations.id, id)))[0]?.personId;
    expect([await owner(mine.id), await owner(other.id)]).toEqual([ada.id, null]);
    expect(await linkRegistrations({ actor: personActor(ben), input: { personId: ada.id } })).toMatchObject({
      ok: false,
    });
  });
});
