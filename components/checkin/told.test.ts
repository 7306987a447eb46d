import { expect, test } from "vitest";
import type { Shown } from "./door-session";
import type { DoorPerson } from "./find-people";
import { shownByAddress } from "./told";

const at = "2027-03-31T09:02:00.000Z";
const person = (id: `reg_${string}`, arrivedAt: string | null): DoorPerson => ({
  id,
  name: "Ada Beispiel",
  organisation: "",
  standing: "welcome",
  arrival: arrivedAt === null ? null : { at: arrivedAt, how: "door" },
});
const people = [person("reg_inside", at), person("reg_absent", null)];

type Case = [query: Record<string, string | string[]>, state?: Shown["state"], since?: string];

const cases: Case[] = [
  [{ state: "in", who: "reg_inside", at: "2020-01-01T00:00:00Z" }, "in", at],
  [{ state: "already", who: "reg_inside", at }, "already", at],
  [{ state: "out" }, "out"],
  [{ state: "changed" }, "changed"],
  [{ state: "in", who: "reg_absent", at }],
  [{ state: "in", who: "reg_stranger", at }],
  [{ state: "noted", who: "reg_inside", at }],
  [{ state: ["in", "in"], who: "reg_inside" }],
  [{}],
];

test.for(cases)("the address %j shows what the list says too", ([query, state, since]) => {
  const shown = shownByAddress(query, people);
  expect([shown?.state, shown && "at" in shown ? shown.at : undefined]).toEqual([state, since]);
});
