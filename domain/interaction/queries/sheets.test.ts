import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { sheets, sheetUpdates } from "@/db/schema/interaction-sheets";
import { guest } from "@/db/testing/actors";
import { aLiveEvent, anOpenRound, at, enterableRoom, plenaryOf } from "@/db/testing/rooms";
import { docOfAnswer, notesIn, typed, wrote } from "@/db/testing/sheets";
import { KEPT_UPDATES, MERGE_AFTER, sheetsOf } from "../rules/sheets";
import { readSheet, sheetsListening } from "./sheets";

test("a merge leaves one state and the last updates: who is far behind gets all of it, who is near what they lack", async () => {
  const live = await aLiveEvent();
  const { event, host } = live;
  const { id: roomId } = await plenaryOf(event);
  await wrote({ event, by: host }, { update: typed("Anfang. ") });
  // As if this had been the last but one before a merge is due.
  const seq = MERGE_AFTER - 1;
  const [sheet] = await db().update(sheets).set({ seq }).where(eq(sheets.roomId, roomId)).returning();
  if (!sheet) throw new Error("notes were to be there");
  await db().update(sheetUpdates).set({ seq }).where(eq(sheetUpdates.sheetId, sheet.id));
  const old = { sheetId: sheet.id, seq: MERGE_AFTER - KEPT_UPDATES, update: new Uint8Array([0, 0]) };
  await db().insert(sheetUpdates).values(old);
  expect(await wrote({ event, by: host }, { update: typed("Ende. ") })).toMatchObject({
    value: { seq: MERGE_AFTER },
  });
  const kept = await db().select().from(sheetUpdates).where(eq(sheetUpdates.sheetId, sheet.id));
  expect(kept.map((one) => one.seq).toSorted((a, b) => a - b)).toEqual([seq, MERGE_AFTER]);
  const read = (after: number) => {
    const asked = { eventId: event.id, roomId, kind: "notes", after: String(after) };
    return readSheet(host.actor, asked, at(9));
  };
  expect(await read(seq)).toMatchObject({ value: { seq: MERGE_AFTER, updates: [expect.any(String)] } });
  for (const after of [0, 10, MERGE_AFTER + 7]) {
    const notes = notesIn(docOfAnswer(await read(after)));
    for (const word of ["Anfang. ", "Ende. "]) expect(notes).toContain(word);
  }
});

test("S56: only whoever may be in a room hears that it writes", async () => {
  const live = await aLiveEvent({ guests: 4 });
  const { event } = live;
  await anOpenRound(live, { rule: "random_pairs" });
  const rooms = await Promise.all(live.people.map((one) => enterableRoom(event, one, at(20))));
  const [ada] = live.people;
  const [roomId] = rooms;
  const cem = live.people.find((_, place) => rooms[place] !== roomId);
  if (!ada || !cem || !roomId) throw new Error("two rooms are needed");
  const hears = (actor: typeof ada.actor, room: string = roomId) =>
    sheetsListening(actor, { slug: event.slug, roomId: room }, at(20));
  expect(await hears(ada.actor)).toMatchObject({ channels: [sheetsOf(roomId), sheetsOf(event.id)] });
  expect(await hears(live.host.actor)).toMatchObject({ channels: [sheetsOf(roomId), sheetsOf(event.id)] });
  for (const actor of [cem.actor, guest]) expect(await hears(actor)).toBeUndefined();
  expect(await hears(ada.actor, "rom_000000000000000000000000")).toBeUndefined();
});
