import { beforeEach, expect, it } from "vitest";
import * as Y from "yjs";
import type { DrawnElement } from "@/domain/interaction/schema/drawing";
import { SHEET_ROOT } from "@/domain/interaction/schema/sheets";
import { BoardBinding, sharedPart } from "./board-binding";
import { FakeClock } from "./testing/fake-clock";

const box = (id: string, values: object = {}) => ({
  ...{ id, type: "rectangle", version: 1, versionNonce: 5, isDeleted: false },
  ...{ x: 0, y: 0, width: 10, height: 10, link: null },
  ...values,
});

let clock: FakeClock;
let doc: Y.Doc;
let shown: (readonly DrawnElement[])[];
let board: BoardBinding;
const stored = () => doc.getMap<unknown>(SHEET_ROOT.whiteboard);

beforeEach(() => {
  clock = new FakeClock();
  doc = new Y.Doc();
  shown = [];
  board = new BoardBinding(doc, { clock, show: (remote) => shown.push(remote) });
});

it("writes a line that is being drawn a few times, not with each move, and ends with the whole of it", async () => {
  let updates = 0;
  doc.on("update", () => {
    updates += 1;
  });
  for (let version = 1; version <= 50; version++) {
    board.drew([box("a", { version, width: version })]);
    await clock.pass(20);
  }
  await clock.pass(300);
  expect(updates).toBeLessThanOrEqual(5);
  expect(stored().get("a")).toMatchObject({ version: 50, width: 50 });
  expect(shown).toEqual([]);
});

it("shows what others drew, and writes none of it again", async () => {
  stored().set("b", box("b"));
  expect(shown).toMatchObject([[{ id: "b" }]]);
  let updates = 0;
  doc.on("update", () => {
    updates += 1;
  });
  board.drew([box("b")]);
  await clock.pass(300);
  expect(updates).toBe(0);
});

it("of two versions of an element the same one wins for everybody, whichever comes first", async () => {
  stored().set("a", box("a", { version: 3, versionNonce: 9 }));
  board.drew([box("a", { version: 3, versionNonce: 2, x: 7 })]);
  await clock.pass(300);
  expect(stored().get("a")).toMatchObject({ versionNonce: 2, x: 7 });
  board.drew([box("a", { version: 2, x: 1 })]);
  await clock.pass(300);
  expect(stored().get("a")).toMatchObject({ version: 3, x: 7 });
});

it("keeps pictures and embedded pages to oneself, and links out of it", async () => {
  expect(sharedPart(box("a", { type: "image" }))).toBeUndefined();
  expect(sharedPart(box("a", { type: "embeddable" }))).toBeUndefined();
  expect(sharedPart(box("a", { link: "javascript:alert(1)", customData: { x: 1 } }))).toEqual(box("a"));
  board.drew([box("a", { type: "image" }), box("b", { isDeleted: true }), box("c")]);
  board.end();
  expect([...stored().keys()]).toEqual(["c"]);
});
