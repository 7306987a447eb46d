import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { guest, personActor, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { LOGIN_SECONDS } from "../rules";
import { signInProven } from "./sign-in-proven";

const input = (email: string) => ({ email, name: "Ada Beispiel", locale: "de" });

describe("signInProven", () => {
  it("makes one person of ten simultaneous sign-ins with one address, each with a login of its own", async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, () => signInProven({ actor: system, input: input("zehn@example.org") })),
    );
    const logins = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(new Set(logins.map(({ personId }) => personId)).size).toBe(1);
    expect(new Set(logins.map(({ sessionToken }) => sessionToken)).size).toBe(10);
  });

  it("proves the address of whoever is there already, and changes nothing else of them", async () => {
    const known = await aPerson({ name: "Eva Echt", emailVerified: null });
    const now = new Date("2027-03-31T12:00:00Z");
    const result = await signInProven({ actor: system, input: input(known.email), now });
    const expires = new Date(now.getTime() + LOGIN_SECONDS * 1000).toISOString();
    expect(result).toMatchObject({ ok: true, value: { personId: known.id, expires } });
    const [after] = await db().select().from(people).where(eq(people.id, known.id));
    expect(after).toEqual({ ...known, emailVerified: now });
  });

  it("is nothing that anybody can call for themselves", async () => {
    const person = await aPerson();
    for (const actor of [guest, personActor(person)])
      expect(refusalOf(await signInProven({ actor, input: input(person.email) }))).toBe(MISSING);
  });
});
