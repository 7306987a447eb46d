import { expect, test } from "vitest";
import { aLiveEvent, anOpenRound, at, enterableRoom, plenaryOf } from "@/db/testing/rooms";
import { aRectangle, drawn, typed, wrote } from "@/db/testing/sheets";
import { recallRound } from "@/domain/rooms/commands/recall-round";
import { listSheets, sheetFile } from "../queries/sheets";
import { shareSheet } from "./share-sheet";

/** Two breakouts, one of which has written and drawn; everybody is back in the plenary at second 200. */
async function ground() {
  const live = await aLiveEvent({ guests: 4 });
  const { event, host } = live;
  const round = await anOpenRound(live, { rule: "random_pairs" });
  const rooms = await Promise.all(live.people.map((one) => enterableRoom(event, one, at(20))));
  const [ada] = live.people;
  const [roomId] = rooms;
  const cem = live.people.find((_, place) => rooms[place] !== roomId);
  if (!ada || !cem || !roomId) throw new Error("two rooms are needed");
  await wrote({ event, by: ada }, { update: typed("Ergebnis"), roomId, second: 20 });
  const update = drawn(aRectangle("one"), aRectangle("two", { isDeleted: true }));
  await wrote({ event, by: ada }, { update, kind: "whiteboard", roomId, second: 21 });
  await recallRound({ actor: host.actor, input: round, now: at(60) });
  const list = (by = cem) => listSheets(by.actor, event.id, at(200));
  const file = (sheetId: string, by = cem) => sheetFile(by.actor, { eventId: event.id, sheetId }, at(200));
  const listed = await list(host);
  const ofKind = (kind: string) => {
    const found = listed.ok ? listed.value.sheets.find((one) => one.kind === kind) : undefined;
    if (!found) throw new Error(`the ${kind} was to be listed`);
    return found.id;
  };
  const share = (sheetId: string, shared = true, by = host) =>
    shareSheet({ actor: by.actor, input: { eventId: event.id, sheetId, shared }, now: at(200) });
  return { live, event, host, cem, list, file, ofKind, share };
}

test("a host brings what a breakout wrote to the plenary, where everybody takes it as a file, and takes it back", async () => {
  const { host, list, file, ofKind, share } = await ground();
  const notes = ofKind("notes");
  expect(await list()).toMatchObject({ value: { mayShare: false, sheets: [] } });
  expect(await file(notes)).toMatchObject({ failure: { reason: "missing_sheet" } });
  expect(await file(notes, host)).toMatchObject({ value: { content: "Ergebnis\n" } });
  expect(await share(notes)).toMatchObject({ ok: true });
  expect(await list()).toMatchObject({ value: { sheets: [{ id: notes, kind: "notes", shared: true }] } });
  expect(await file(notes)).toMatchObject({ value: { content: "Ergebnis\n" } });
  await share(notes, false);
  expect(await list()).toMatchObject({ value: { sheets: [] } });
});

test("a drawing comes back without what was erased, in a format that other programs open", async () => {
  const { host, file, ofKind } = await ground();
  const drawing = await file(ofKind("whiteboard"), host);
  const content: unknown = JSON.parse(drawing.ok ? drawing.value.content : "{}");
  expect(content).toMatchObject({ type: "excalidraw", version: 2, elements: [{ id: "one" }] });
});

test("nobody but hosts brings it, and only what a breakout of this event wrote", async () => {
  const { live, event, host, cem, ofKind, share } = await ground();
  expect(await share(ofKind("notes"), true, cem)).toMatchObject({ failure: { kind: "forbidden" } });
  const other = await aLiveEvent();
  const sheetId = ofKind("notes");
  const foreign = { eventId: other.event.id, sheetId, shared: true };
  expect(await shareSheet({ actor: other.host.actor, input: foreign, now: at(200) })).toMatchObject({
    failure: { reason: "missing_sheet" },
  });
  const { id: roomId } = await plenaryOf(event);
  await wrote({ event: live.event, by: host }, { update: typed("Plenum"), roomId, second: 201 });
  const listed = await listSheets(host.actor, event.id, at(202));
  expect(listed.ok && listed.value.sheets).toHaveLength(2);
});
