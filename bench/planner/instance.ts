import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { PlanProblem } from "@/domain/matchmaking/internal/planner/model";

const instance = z.object({
  name: z.string(),
  participants: z.int(),
  slots: z.int(),
  morningSlots: z.int(),
  locations: z.int(),
  meetings: z.array(
    z.object({ id: z.int(), a: z.int(), b: z.int(), session: z.enum(["am", "pm", "any"]).default("any") }),
  ),
  forbidden: z.record(z.string(), z.array(z.int())).default({}),
  fixed: z.record(z.string(), z.int()).default({}),
  precedences: z.record(z.string(), z.array(z.int())).default({}),
});

/** One file as it is written: people, slots and meetings are numbered from 1. */
export type Instance = z.infer<typeof instance>;

export const namesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
    : [];

/** Reads a file of the published format. What the literature says about the optimum is not read. */
export function readInstance(folder: string, name: string): Instance {
  const { name: title, ...rest } = instance.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
  return { name: title.replace(".original", ""), ...rest };
}

/** Meetings whose given slot is closed to them: for the planner a locked talk stands, here it makes the file unsolvable. */
export function fixedWhereClosed(file: Instance): string[] {
  return file.meetings.flatMap(({ id, a, b, session }) => {
    const slot = file.fixed[id];
    if (slot === undefined) return [];
    const isClosed = [a, b].some((person) => file.forbidden[person]?.includes(slot));
    const isWrongHalf = session !== "any" && (session === "am") !== slot <= file.morningSlots;
    return isClosed || isWrongHalf ? [`meeting ${id} is fixed where it may not be`] : [];
  });
}

/** Every meeting must take place, each at one of so many tables; nobody has a quota. */
export function problemOf(file: Instance): PlanProblem {
  const place = new Map(file.meetings.map(({ id }, at) => [id, at]));
  const precedences = Object.entries(file.precedences).flatMap(([after, befores]) =>
    befores.map((before) => ({ before: place.get(before) ?? -1, after: place.get(Number(after)) ?? -1 })),
  );
  return {
    people: Array.from({ length: file.participants }, (_, person) => ({
      min: 0,
      max: file.slots,
      closed: (file.forbidden[person + 1] ?? []).map((slot) => slot - 1),
    })),
    slots: Array.from({ length: file.slots }, (_, slot) => ({
      half: slot < file.morningSlots ? "am" : "pm",
      tables: file.locations,
    })),
    wishes: file.meetings.map(({ id, a, b, session }) => {
      const fixed = file.fixed[id];
      return {
        a: a - 1,
        b: b - 1,
        kind: "must",
        score: 0,
        mode: "onsite",
        ...(session === "any" ? {} : { half: session }),
        ...(fixed === undefined ? {} : { locked: fixed - 1 }),
      };
    }),
    precedences,
  };
}
