import { describe, expect, it } from "vitest";
import { gridWidths } from "./use-grid-window";

describe("the columns of a grid of talks", () => {
  it("fill the frame where there are few", () => {
    expect(gridWidths(1_216, 4, "one")).toEqual({ head: 260, cell: 239 });
    expect(gridWidths(1_216, 4, "two")).toEqual({ head: 160, cell: 264 });
    expect(gridWidths(1_216, 0, "one").cell).toBe(956);
  });

  it("keep room for all that a cell says where there are many: for both who sit at a table more than for one", () => {
    expect(gridWidths(1_216, 14, "one").cell).toBe(68);
    expect(gridWidths(1_216, 20, "one").cell).toBe(64);
    expect(gridWidths(1_216, 14, "two").cell).toBe(88);
  });

  it("leave a phone more than the names of their rows", () => {
    for (const names of ["one", "two"] as const) expect(gridWidths(390, 14, names).head).toBe(132);
  });
});
