import { expect, test } from "vitest";
import * as Y from "yjs";
import { aLiveEvent, at, plenaryOf } from "@/db/testing/rooms";
import { aRectangle, docOfAnswer, drawn, inBase64, notesIn, typed, wrote } from "@/db/testing/sheets";
import { readSheet, sheetFile } from "../queries/sheets";
import { SHEET_LIMITS, SHEET_ROOT } from "../schema/sheets";

async function ground() {
  const live = await aLiveEvent({ guests: 1 });
  const [ada] = live.people;
  if (!ada) throw new Error("a guest is needed");
  const { event } = live;
  const roomId = (await plenaryOf(event)).id;
  const write = (update: string, kind: "notes" | "whiteboard" = "notes") =>
    wrote({ event, by: ada }, { update, kind });
  const read = (kind = "notes") =>
    readSheet(ada.actor, { eventId: event.id, roomId, kind, after: null }, at(9));
  return { event, ada, write, read };
}

/** What a program sends that does not keep to a sheet's shape. */
function crafted(change: (doc: Y.Doc) => void): string {
  const doc = new Y.Doc();
  change(doc);
  return inBase64(Y.encodeStateAsUpdate(doc));
}

const notBytes: Record<string, string> = {
  "no base64": "<script>alert(1)</script>",
  nothing: "",
  "noise in place of an update": inBase64(
    Uint8Array.from({ length: 400 }, (_, place) => (place * 7919) % 256),
  ),
  "a number of parts that would fill the memory": inBase64(Uint8Array.of(1, 255, 255, 255, 15, 1, 0)),
  "a part without an end": inBase64(Uint8Array.of(1, 1, 1, 0, 4, 1, 4, 116, 101)),
  "more than one update may be": inBase64(new Uint8Array(SHEET_LIMITS.updateBytes + 3)),
};

test.each(Object.entries(notBytes))("%s is refused and stores nothing", async (_name, update) => {
  const { write, read } = await ground();
  expect(await write(update)).toMatchObject({ ok: false, failure: { kind: "invalid" } });
  expect(await read()).toMatchObject({ value: { seq: 0, updates: [] } });
});

const wrongNotes: Record<string, string> = {
  "a second text": crafted((doc) => {
    doc.getText(SHEET_ROOT.notes).insert(0, "x");
    doc.getText("hidden").insert(0, "x");
  }),
  "something embedded": crafted((doc) =>
    doc.getText(SHEET_ROOT.notes).insertEmbed(0, { src: "https://example.org" }),
  ),
  "a format": crafted((doc) => doc.getText(SHEET_ROOT.notes).insert(0, "x", { onclick: "alert(1)" })),
  "a property": crafted((doc) => doc.getText(SHEET_ROOT.notes).setAttribute("hidden", "x")),
};

test.each(Object.entries(wrongNotes))("notes with %s are refused", async (_name, update) => {
  const { write, read } = await ground();
  expect(await write(update)).toMatchObject({ failure: { reason: "wrong_shape" } });
  expect(await read()).toMatchObject({ value: { seq: 0 } });
});

const wrongBoards: Record<string, string> = {
  "a page in a frame": drawn(aRectangle("one", { type: "embeddable", link: "https://example.org" })),
  "a picture": drawn(aRectangle("one", { type: "image", fileId: "one" })),
  "a link that runs": drawn(aRectangle("one", { link: "javascript:alert(1)" })),
  "an element under another's id": crafted((doc) =>
    doc.getMap(SHEET_ROOT.whiteboard).set("two", aRectangle("one")),
  ),
  "a place beyond every canvas": drawn(aRectangle("one", { x: 1e308 })),
  "a line without points, which fails for everybody who looks": drawn(aRectangle("one", { type: "line" })),
  "points that are none": drawn(aRectangle("one", { type: "freedraw", points: [{ x: 1, y: 1 }] })),
  "a text without words": drawn(aRectangle("one", { type: "text" })),
  "hatching without end": drawn(aRectangle("one", { width: 1_000_000, strokeWidth: 0.0001 })),
  "a colour that names a file": drawn(aRectangle("one", { strokeColor: "url(https://example.org/a.svg#a)" })),
  "a place in the order behind which nothing fits": drawn(aRectangle("one", { index: "~" })),
  "what an older Excalidraw made sense of": drawn(aRectangle("one", { font: 5 })),
  "a word in place of an element": crafted((doc) => doc.getMap(SHEET_ROOT.whiteboard).set("one", "x")),
  "a list beside the map": crafted((doc) => doc.getArray(SHEET_ROOT.whiteboard).push(["x"])),
};

test.each(Object.entries(wrongBoards))("a whiteboard with %s is refused", async (_name, update) => {
  const { write, read } = await ground();
  expect(await write(update, "whiteboard")).toMatchObject({ failure: { reason: "wrong_shape" } });
  expect(await read("whiteboard")).toMatchObject({ value: { seq: 0 } });
});

test("bytes behind an update are neither kept nor given to anybody", async () => {
  const { write, read } = await ground();
  const real = Buffer.from(typed("echt"), "base64");
  const padded = inBase64(Buffer.concat([real, Buffer.alloc(50_000, 7)]));
  expect(await write(padded)).toMatchObject({ value: { changed: true } });
  const answer = await read();
  const [update] = answer.ok ? answer.value.updates : [];
  expect(update?.length).toBeLessThan(200);
  expect(notesIn(docOfAnswer(answer))).toBe("echt");
});

test("notes are full at their limit, and what was there before stays", async () => {
  const { write, read } = await ground();
  const half = "a".repeat(SHEET_LIMITS.characters / 2);
  for (const text of [half, half]) expect(await write(typed(text))).toMatchObject({ ok: true });
  expect(await write(typed("b"))).toMatchObject({ failure: { reason: "sheet_full" } });
  expect(notesIn(docOfAnswer(await read()))).toBe(half + half);
});

test("text that looks like a page stays text, in the notes and in their file", async () => {
  const { event, ada, write, read } = await ground();
  const script = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
  await write(typed(script));
  expect(notesIn(docOfAnswer(await read()))).toBe(script);
  const answer = await read();
  expect(answer.ok).toBe(true);
  const { sheetId } = answer.ok ? answer.value : { sheetId: null };
  const file = await sheetFile(ada.actor, { eventId: event.id, sheetId: sheetId ?? "" }, at(9));
  expect(file).toMatchObject({ value: { type: "text/markdown; charset=utf-8", content: `${script}\n` } });
});
