import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { people } from "@/db/schema/people";
import { guest, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { ensurePerson } from "./ensure-person";

const input = (email: string) => ({ email, name: "Ada Beispiel", locale: "de", timeZone: "Europe/Berlin" });

describe("ensurePerson", () => {
  it("S16: makes one person of ten simultaneous proofs of one address, in whatever case", async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        ensurePerson({ actor: system, input: input(n % 2 ? "Zehn@Example.org " : " zehn@EXAMPLE.ORG") }),
      ),
    );
    const ids = new Set(results.map((result) => (result.ok ? result.value.personId : result.failure.reason)));
    expect(ids.size).toBe(1);
    expect(results.filter((result) => result.ok && result.value.created)).toHaveLength(1);
  });

  it("changes of a person who is there already only when the address was last proven", async () => {
    const known = await aPerson({ name: "Eva Echt", emailVerified: new Date("2026-01-01T00:00:00Z") });
    const now = new Date("2027-03-31T12:00:00Z");
    const result = await ensurePerson({ actor: system, input: input(known.email), now });
    expect(result).toMatchObject({ ok: true, value: { personId: known.id, created: false } });
    const [after] = await db().select().from(people).where(eq(people.id, known.id));
    expect(after).toEqual({ ...known, emailVerified: now });
  });

  it("is nothing a visitor can call", async () => {
    expect(refusalOf(await ensurePerson({ actor: guest, input: input("x@example.org") }))).toBe(MISSING);
  });
});
