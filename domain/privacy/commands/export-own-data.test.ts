import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { guest, personActor } from "@/db/testing/actors";
import { aLogin } from "@/db/testing/everywhere";
import { aPerson } from "@/db/testing/makers";
import { FRESH_SECONDS } from "@/domain/people/rules";
import { exportOwnData } from "./export-own-data";

const now = new Date("2026-11-24T09:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

it("lets somebody take their data who has just signed in, and writes it down", async () => {
  const person = await aPerson();
  const sessionToken = await aLogin(person, ago(FRESH_SECONDS - 1));
  const result = await exportOwnData({ actor: personActor(person), input: { sessionToken }, now });
  expect(result).toEqual({ ok: true, value: { personId: person.id } });
  const entries = await db().select().from(auditEntries).where(eq(auditEntries.actorId, person.id));
  expect(entries).toMatchObject([{ command: "export-own-data", outcome: "ok" }]);
});

it("asks for a new sign-in a quarter of an hour later, for another's login, and without any", async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  const actor = personActor(person);
  const tokens = [await aLogin(person, ago(FRESH_SECONDS)), await aLogin(other, now), "", "x".repeat(40)];
  for (const sessionToken of tokens)
    expect(await exportOwnData({ actor, input: { sessionToken }, now })).toMatchObject({
      failure: { kind: "forbidden", reason: "sign_in_again" },
    });
  expect(await exportOwnData({ actor: guest, input: {}, now })).toMatchObject({
    failure: { kind: "not_found" },
  });
});
