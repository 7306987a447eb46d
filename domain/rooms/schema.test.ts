import { expect, it } from "vitest";
import { admissions, liveSessions, rooms, rounds } from "@/db/schema/rooms";
import { roomKind, roomMode, roomRole, roundRules } from "./schema";

// Tables know no rules and rules reach no table, so each names these words; here they are compared.
it.each([
  ["roles", roomRole.options, admissions.role.enumValues],
  ["kinds of rooms", roomKind.options, rooms.kind.enumValues],
  ["modes", roomMode.options, liveSessions.mode.enumValues],
  // Hosts choose among the first; the agenda, speed networking and appointments make the others.
  ["rules of rounds", roundRules, rounds.rule.enumValues],
])("the tables take the same %s", (_what, ours, theirs) => {
  expect(theirs).toEqual(ours);
});
