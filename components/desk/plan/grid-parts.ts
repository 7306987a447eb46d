import type { ReactNode } from "react";
import type { CellAt } from "./grid-keys";
import type { SlotWords } from "./matrix-words";

export type GridRow = {
  key: string;
  name: string;
  note: string;
  /** How many talks there are in the row. */
  count: number;
  /** One of those whom the selected talk is about. */
  isMarked: boolean;
};

export type GridCell = {
  kind: "free" | "talk" | "closed" | "legal" | "illegal" | "source";
  /** What is in the cell, in words: who with whom, or why not. */
  said: string;
  /** The same with whose cell it is and when, as a screen reader says it. */
  spoken: string;
  content: ReactNode;
  /** Why nothing can go there; shown while the cell has the pointer or the focus. */
  why?: string | undefined;
};
export type CellOf = (row: number, column: number) => GridCell;

/** What the people in front of a grid do to one of its cells. */
export type GridDeeds = {
  /** Pressed, by pointer or key. */
  pick: (row: number, column: number) => void;
  /** Dragged from here; false when nothing here can be dragged. */
  lift: (row: number, column: number) => boolean;
  /** Let go here. */
  drop: (row: number, column: number) => void;
  /** Something is dragged over it. */
  point: (row: number, column: number) => void;
  escape: () => void;
};

/** Rows by slots, however they are drawn: side by side, or one row's day below each other. */
export type GridProps = {
  label: string;
  corner: string;
  columns: readonly SlotWords[];
  rows: readonly GridRow[];
  /** How many people of a talk a cell names: two need more room, and tables less for their own names. */
  names: "one" | "two";
  cellOf: CellOf;
  deeds: GridDeeds;
  /** The column of the slot that runs. */
  nowColumn: number | undefined;
  /** The cell a talk just went to: the focus follows it, and says so. */
  arrived: CellAt | undefined;
  landed: () => void;
};
