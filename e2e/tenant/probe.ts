import type { ForeignWorld } from "./foreign-world";

/**
 * What strangers may expect of a door when they name what belongs to another network:
 * `refused` 401, 403 or 404; `own` an answer about the asker alone; `public` the same for everybody.
 */
export type Expectation = "refused" | "own" | "public";
export type Probe = {
  door: string;
  expect: Expectation;
  method: "GET" | "POST";
  path: (world: ForeignWorld) => string;
  /** One body for each thing the door can do. */
  bodies?: (world: ForeignWorld) => readonly Record<string, unknown>[];
};
export type ActionProbe = {
  door: string;
  page: (world: ForeignWorld) => string;
  form: (world: ForeignWorld) => Record<string, string>;
};

/** A door, where it is for this world, and one body for each thing it can do. Its method stands after the #. */
export type Row = readonly [door: string, path: Probe["path"], bodies?: Probe["bodies"]];

/** Probes of these rows, which all expect the same. */
export const probesOf = (expect: Expectation, rows: readonly Row[]): Probe[] =>
  rows.map(([door, path, bodies]) => ({
    door,
    expect,
    method: door.endsWith("#GET") ? "GET" : "POST",
    path,
    ...(bodies ? { bodies } : {}),
  }));

/** An action of the event's desk. */
export const atDesk = (door: string, form: ActionProbe["form"]): ActionProbe => ({
  door,
  page: ({ network, draftSlug }) => `/o/${network}/e/${draftSlug}`,
  form,
});
