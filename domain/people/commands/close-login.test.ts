import { expect, it } from "vitest";
import { guest, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { refusalOf } from "@/db/testing/refusals";
import { demoPersonas } from "../labels";
import { personOfLogin } from "../queries";
import { closeLogin } from "./close-login";
import { openLogin } from "./open-login";

it("ends exactly the login whose token is shown", async () => {
  await aPerson(demoPersonas.participant);
  const open = async () => {
    const result = await openLogin({ actor: system, input: { persona: "participant" } });
    return result.ok ? result.value.sessionToken : "";
  };
  const [here, elsewhere] = [await open(), await open()];
  expect((await closeLogin({ actor: guest, input: { sessionToken: here } })).ok).toBe(true);
  expect((await closeLogin({ actor: guest, input: { sessionToken: here } })).ok).toBe(true);
  expect(await personOfLogin(here, new Date())).toBeUndefined();
  expect(await personOfLogin(elsewhere, new Date())).toBeDefined();
  const nothing = await closeLogin({ actor: guest, input: { sessionToken: "" } });
  expect(refusalOf(nothing)).toBe("invalid input sessionToken: invalid");
});
