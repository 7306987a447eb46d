import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { entries } from "@/db/schema/board";
import { guest, system } from "@/db/testing/actors";
import { aBoard, anEntry } from "@/db/testing/board";
import { keptDays } from "@/lib/privacy/retention";
import { forgetEntries } from "./forget-entries";

it("P10: an entry goes half a year after it was last valid, to the second", async () => {
  const validUntil = new Date("2026-05-01T12:00:00Z");
  const entry = await anEntry(await aBoard(), { validUntil });
  const after = async (seconds: number) => {
    const now = new Date(validUntil.getTime() + keptDays.entries * 86_400_000 + seconds * 1_000);
    expect(await forgetEntries({ actor: system, input: {}, now })).toMatchObject({ ok: true });
    return db().$count(entries, eq(entries.id, entry.id));
  };
  expect([await after(-1), await after(1)]).toEqual([1, 0]);
  expect(await forgetEntries({ actor: guest, input: {} })).toMatchObject({ ok: false });
});
