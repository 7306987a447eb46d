import { expect, it } from "vitest";
import { drawnElement, storedElement } from "./drawing";

const base = {
  ...{ id: "k3Jx0vQ8", x: 10.5, y: -20, width: 200, height: 80, angle: 0.4, strokeColor: "#1e1e1e" },
  ...{ backgroundColor: "transparent", fillStyle: "hachure", strokeWidth: 2, strokeStyle: "solid" },
  ...{ roughness: 1, opacity: 100, groupIds: ["g1"], frameId: null, index: "a1V", roundness: { type: 3 } },
  ...{ seed: 12345, version: 14, versionNonce: 99, isDeleted: false, link: null, locked: false },
  ...{ boundElements: [{ id: "arrow1", type: "arrow" }], updated: 1_790_000_000_000 },
};
const bound = { elementId: "k3Jx0vQ8", focus: -0.2, gap: 4 };
const words = {
  ...{ text: "Erste\nZeile", originalText: "Erste Zeile", fontSize: 20, fontFamily: 5, textAlign: "center" },
  ...{ verticalAlign: "middle", containerId: "k3Jx0vQ8", autoResize: true, lineHeight: 1.25 },
};
const arrow = {
  points: [
    [0, 0],
    [120.5, -40],
  ],
  ...{ lastCommittedPoint: null, startBinding: bound, endBinding: null },
  ...{ startArrowhead: null, endArrowhead: "arrow", elbowed: false },
};
const elbow = {
  ...{ elbowed: true, startIsSpecial: null, endIsSpecial: false },
  startBinding: { ...bound, fixedPoint: [0.5, 1.02] },
  fixedSegments: [{ start: [0, 0], end: [0, 40], index: 1 }],
};
const stroke = { points: [[0, 0]], pressures: [0.5], simulatePressure: false, lastCommittedPoint: [0, 0] };

/** What Excalidraw 0.18 itself makes with each of our tools. */
it.each([
  ["a rectangle", { type: "rectangle" }],
  ["an ellipse without a place yet", { type: "ellipse", index: null, roundness: null }],
  ["an arrow that holds on", { ...arrow, type: "arrow" }],
  ["an arrow with corners", { ...arrow, ...elbow, type: "arrow" }],
  ["a line that has just begun", { ...arrow, type: "line", points: [] }],
  ["a stroke of the pen", { ...stroke, type: "freedraw" }],
  ["a text in a shape", { ...words, type: "text" }],
  ["a frame", { type: "frame", name: null }],
])("takes %s as it is", (_name, values) => {
  const element = { ...base, ...values };
  expect(drawnElement.parse(element)).toEqual(element);
  expect(storedElement.safeParse(element).success).toBe(true);
});

it("leaves away what it does not know, and stores nothing with it", () => {
  const element = { ...base, type: "rectangle", strokeSharpness: "round" };
  expect(drawnElement.parse(element)).not.toHaveProperty("strokeSharpness");
  expect(storedElement.safeParse(element).success).toBe(false);
});

it.each([
  ["a0", true],
  ["Zz", true],
  ["b00", true],
  ["a1V", true],
  ["b0", false],
  ["a10", false],
  ["a", false],
  ["~", false],
  ["A00000000000000000000000000", false],
])("a place in the order called %s can be built on: %s", (index, isKey) => {
  expect(drawnElement.safeParse({ ...base, type: "rectangle", index }).success).toBe(isKey);
});
