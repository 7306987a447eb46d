import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { sheets, sheetUpdates } from "@/db/schema/interaction-sheets";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { aLiveEvent, at, plenaryOf } from "@/db/testing/rooms";
import { docOfAnswer, notesIn, typed, wrote } from "@/db/testing/sheets";
import { readSheet } from "../queries/sheets";
import { MERGE_AFTER } from "../rules/sheets";

const WRITERS = 8;

/**
 * So many people write at once into notes that are about to be merged; how many of their words are missing afterwards, from
 * what is read by somebody new or from what was stored.
 */
async function lostOf(): Promise<number> {
  const live = await aLiveEvent({ guests: WRITERS });
  const { event, people } = live;
  const { id: roomId } = await plenaryOf(event);
  await wrote({ event, by: live.host }, { update: typed("Anfang. ") });
  // As if ninety-odd had been written before: the next few make a merge due.
  const seq = MERGE_AFTER - 4;
  const [sheet] = await db().update(sheets).set({ seq }).where(eq(sheets.roomId, roomId)).returning();
  if (!sheet) throw new Error("notes were to be there");
  await db().update(sheetUpdates).set({ seq }).where(eq(sheetUpdates.sheetId, sheet.id));
  const words = people.map((_, place) => `Wort${place}. `);
  await Promise.allSettled(
    people.map((by, place) => wrote({ event, by }, { update: typed(words[place] ?? ""), roomId })),
  );
  const asked = { eventId: event.id, roomId, kind: "notes", after: null };
  const notes = notesIn(docOfAnswer(await readSheet(live.host.actor, asked, at(9))));
  return ["Anfang. ", ...words].filter((word) => !notes.includes(word)).length;
}

describe("people who write while their notes are merged", { timeout: 60_000 }, () => {
  it("lose no word", async () => {
    for (let run = 0; run < 3; run++) expect(await lostOf()).toBe(0);
  });
});

describe("the same without the lock on the sheet", { timeout: 60_000 }, () => {
  let back: () => void = () => undefined;
  beforeAll(() => {
    back = withoutLockOn("sheets");
  });
  afterAll(() => back());

  it("lose some", async () => {
    expect(await worstOf(lostOf, 0)).toBeGreaterThan(0);
  });
});
