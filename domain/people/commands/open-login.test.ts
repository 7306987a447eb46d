import { describe, expect, it } from "vitest";
import { guest, personActor, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { demoPersonas } from "../labels";
import { personOfLogin } from "../queries";
import { openLogin } from "./open-login";

describe("openLogin", () => {
  it("signs in a persona of the demo when the system asks", async () => {
    const anna = await aPerson(demoPersonas.participant);
    const result = await openLogin({ actor: system, input: { persona: "participant" } });
    if (!result.ok) throw new Error(result.failure.reason);
    expect(await personOfLogin(result.value.sessionToken, new Date())).toMatchObject({ personId: anna.id });
    const muchLater = new Date(Date.now() + 31 * 24 * 3_600_000);
    expect(await personOfLogin(result.value.sessionToken, muchLater)).toBeUndefined();
  });

  it("signs in the office of a second network", async () => {
    const { id } = await aPerson(demoPersonas.partner);
    const result = await openLogin({ actor: system, input: { persona: "partner" } });
    if (!result.ok) throw new Error(result.failure.reason);
    expect(await personOfLogin(result.value.sessionToken, new Date())).toMatchObject({ personId: id });
  });

  it("opens nothing for anybody else, nor for a persona that does not exist", async () => {
    const person = await aPerson(demoPersonas.organizer);
    for (const actor of [guest, personActor(person)])
      expect(refusalOf(await openLogin({ actor, input: { persona: "organizer" } }))).toBe(MISSING);
    expect(refusalOf(await openLogin({ actor: system, input: { persona: "speaker" } }))).toBe(MISSING);
    const unknown = await openLogin({ actor: system, input: { persona: "root" } });
    expect(refusalOf(unknown)).toBe("invalid input persona: invalid");
  });
});
