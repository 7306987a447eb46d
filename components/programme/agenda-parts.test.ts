import { describe, expect, it } from "vitest";
import { agendaParts } from "./agenda-parts";

describe("agendaParts", () => {
  const item = (id: string, track = "") => ({ id, track });
  const shape = (items: ReturnType<typeof item>[]) =>
    agendaParts(items).map((part) =>
      part.kind === "item"
        ? part.item.id
        : part.tracks.map(({ name, items: own }) => `${name}:${own.map(({ id }) => id).join("")}`),
    );

  it("keeps tracks together until something is for everybody again", () => {
    const items = [item("a"), item("b", "X"), item("c", "Y"), item("d", "X"), item("e"), item("f", "Y")];
    expect(shape(items)).toEqual(["a", ["X:bd", "Y:c"], "e", ["Y:f"]]);
    expect(shape([])).toEqual([]);
  });

  it("gives tracks the order of their names, whichever begins first", () => {
    expect(shape([item("a", "Saal B"), item("b", "Saal A")])).toEqual([["Saal A:b", "Saal B:a"]]);
  });
});
