import { describe, expect, it } from "vitest";
import { guest, system } from "@/db/testing/actors";
import { aPerson } from "@/db/testing/makers";
import { ensurePerson } from "./ensure-person";

const input = (email: string) => ({ email, name: "Ada Beispiel", locale: "de", timeZone: "Europe/Berlin" });

describe("ensurePerson", () => {
  it("makes one person of ten simultaneous proofs of one address", async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, () => ensurePerson({ actor: system, input: input("Zehn@Example.org ") })),
    );
    const ids = new Set(results.map((result) => (result.ok ? result.value.personId : result.failure.reason)));
    expect(ids.size).toBe(1);
    expect(results.filter((result) => result.ok && result.value.created)).toHaveLength(1);
  });

  it("never changes the name of a person who is there already", async () => {
    const known = await aPerson({ name: "Eva Echt" });
    const result = await ensurePerson({ actor: system, input: input(known.email) });
    expect(result).toMatchObject({ ok: true, value: { personId: known.id, created: false } });
  });

  it("is nothing a visitor can call", async () => {
    expect(await ensurePerson({ actor: guest, input: input("x@example.org") })).toMatchObject({ ok: false });
  });
});
