import { describe, expect, it } from "vitest";
import { guest, personActor } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { findPerson } from "../queries";
import { updateProfile } from "./update-profile";

const input = {
  name: "Ada  Beispiel\u202E",
  organisation: "Institut",
  locale: "en",
  timeZone: "Europe/Paris",
};

describe("updateProfile", () => {
  it("changes the signed-in person, cleanly, and nothing that is not theirs to set", async () => {
    const [me, other] = [await aPerson(), await aPerson()];
    const forged = { ...input, id: other.id, email: "stolen@example.org", role: "network_admin" };
    await updateProfile({ actor: personActor(me), input: forged });
    expect(await findPerson(me.id)).toMatchObject({
      name: "Ada Beispiel",
      organisation: "Institut",
      locale: "en",
      timeZone: "Europe/Paris",
      email: me.email,
    });
    expect(await findPerson(other.id)).toEqual(other);
  });

  it("is nothing for guests, and no name is no name", async () => {
    expect(await updateProfile({ actor: guest, input })).toMatchObject({ failure: { kind: "not_found" } });
    const actor = personActor(await aPerson());
    expect(await updateProfile({ actor, input: { ...input, name: "\u200B" } })).toMatchObject({
      failure: { fields: { name: ["name_required"] } },
    });
    expect(await updateProfile({ actor, input: { ...input, name: "x".repeat(81) } })).toMatchObject({
      failure: { fields: { name: ["too_long"] } },
    });
  });
});
