import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { sheets, sheetUpdates } from "@/db/schema/interaction-sheets";
import { guest, system } from "@/db/testing/actors";
import { MISSING, refusalOf } from "@/db/testing/refusals";
import { aLiveEvent } from "@/db/testing/rooms";
import { typed, wrote } from "@/db/testing/sheets";
import { keptDays } from "@/lib/privacy/retention";
import { forgetSheets } from "./forget-sheets";

test("P10: notes go with the chat, with every update that they were made of", async () => {
  const live = await aLiveEvent();
  const { event, host } = live;
  await wrote({ event, by: host }, { update: typed("bald vergessen") });
  const [sheet] = await db().select().from(sheets).where(eq(sheets.eventId, event.id));
  if (!sheet) throw new Error("notes were to be there");
  const later = (seconds: number) =>
    new Date(event.endsAt.getTime() + keptDays.chat * 24 * 3_600_000 + seconds * 1_000);
  const forget = (now: Date) => forgetSheets({ actor: system, input: {}, now });
  expect(refusalOf(await forgetSheets({ actor: guest, input: {}, now: later(1) }))).toBe(MISSING);
  expect(await forget(later(-1))).toEqual({ ok: true, value: { gone: 0 } });
  expect(await forget(later(1))).toEqual({ ok: true, value: { gone: 1 } });
  expect(await db().$count(sheets, eq(sheets.id, sheet.id))).toBe(0);
  expect(await db().$count(sheetUpdates, eq(sheetUpdates.sheetId, sheet.id))).toBe(0);
});
