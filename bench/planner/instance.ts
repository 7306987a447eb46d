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

const namesOf = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
    : [];

/** Reads a file of the published format. What the literature says about the optimum is not read. */
function readInstance(folder: string, name: string): Instance {
  const { name: title, ...rest } = instance.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));
  return { name: title.replace(".original", ""), ...rest };
}

/** The files of a folder, and what is wrong with those that cannot be read: one bad file leaves the others. */
export function readFolder(folder: string): {
  files: Instance[];
  unreadable: { name: string; why: string }[];
} {
  const files: Instance[] = [];
  const unreadable: { name: string; why: string }[] = [];
  for (const name of namesOf(folder)) {
    try {
      files.push(readInstance(folder, name));
    } catch (error) {
      unreadable.push({ name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return { files, unreadable };
}

/** What a file says that is about nothing in it; such a file has no answer, which is not the same as no solution. */
export function mistakesIn(file: Instance): string[] {
  const ids = file.meetings.map(({ id }) => id);
  const known = new Set(ids);
  const isPerson = (person: number) => person >= 1 && person <= file.participants;
  const named = [
    ...Object.keys(file.fixed).map(Number),
    ...Object.entries(file.precedences).flatMap(([after, befores]) => [Number(after), ...befores]),
  ];
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `meeting ${id} is there twice`),
    ...file.meetings
      .filter(({ a, b }) => !isPerson(a) || !isPerson(b) || a === b)
      .map(({ id }) => `meeting ${id} is not one of two people`),
    ...named.filter((id) => !known.has(id)).map((id) => `there is no meeting ${id}`),
  ];
}

/** Meetings that are fixed where they may not be. For the planner a locked talk stands even there. */
export function fixedWhereClosed(file: Instance): number[] {
  const wrong = file.meetings.filter(({ id, a, b, session }) => {
    const slot = file.fixed[id];
    if (slot === undefined) return false;
    const isClosed = [a, b].some((person) => file.forbidden[person]?.includes(slot));
    return isClosed || (session !== "any" && (session === "am") !== slot <= file.morningSlots);
  });
  return wrong.map(({ id }) => id);
}

/** What makes a file unsolvable that the planner would not see as a contradiction. */
export function contradictionsIn(file: Instance): string[] {
  const fixed = fixedWhereClosed(file).map((id) => `meeting ${id} is fixed where it may not be`);
  const circles = Object.entries(file.precedences).flatMap(([id, befores]) =>
    befores.includes(Number(id)) ? [`meeting ${id} should come before itself`] : [],
  );
  return [...fixed, ...circles];
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
      closed: (file.forbidden[person + 1] ?? [])
        .filter((slot) => slot >= 1 && slot <= file.slots)
        .map((slot) => slot - 1),
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
