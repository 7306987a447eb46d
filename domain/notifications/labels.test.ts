import { expect, it } from "vitest";
import { mailKinds, turnOf, turns } from "./labels";

it("gives every kind a turn: codes, then what one person waits for, then what many hear", () => {
  expect(turns.codes.map(turnOf)).toEqual([0]);
  expect(new Set(turns.timed.map(turnOf))).toEqual(new Set([2]));
  expect(new Set(turns.patient.map(turnOf))).toEqual(new Set([3]));
  const named: readonly string[] = Object.values(turns).flat();
  for (const kind of mailKinds) if (!named.includes(kind)) expect(turnOf(kind)).toBe(1);
});
