import { expect, test } from "vitest";
import type { DoorPerson } from "./find-people";
import { shownByAddress } from "./told";

const at = "2027-03-31T09:02:00.000Z";
const person = (id: `reg_${string}`, arrivedAt: string | null): DoorPerson => ({
  id,
  name: "Ada Beispiel",
  organisation: "",
  status: "confirmed",
  arrival: arrivedAt === null ? null : { at: arrivedAt, how: "door" },
});
const people = [person("reg_inside", at), person("reg_absent", null)];

test.for([
  [{ state: "in", who: "reg_inside", at: "2020-01-01T00:00:00Z" }, "in", at],
  [{ state: "already", who: "reg_inside", at }, "already", at],
  [{ state: "out" }, "out", undefined],
  [{ state: "changed" }, "changed", undefined],
  [{ state: "in", who: "reg_absent", at }, undefined, undefined],
  [{ state: "in", who: "reg_stranger", at }, undefined, undefined],
  [{ state: "noted", who: "reg_inside", at }, undefined, undefined],
  [{ state: ["in", "in"], who: "reg_inside" }, undefined, undefined],
  [{}, undefined, undefined],
] as const)("the address %j shows %s", ([query, state, since]) => {
  const shown = shownByAddress({ ...query, state: query.state as string | undefined }, people);
  expect([shown?.state, shown && "at" in shown ? shown.at : undefined]).toEqual([state, since]);
});
