import { expect, it } from "vitest";
import { bouncedWith, invitedAs, mailKinds, turnOf, turns } from "./labels";
import { isTyped } from "./rules";

it("gives every kind a turn: codes, then what one person waits for, then what many hear", () => {
  expect(turns.codes.map(turnOf)).toEqual([0]);
  expect(new Set(turns.timed.map(turnOf))).toEqual(new Set([2]));
  expect(new Set(turns.patient.map(turnOf))).toEqual(new Set([3]));
  const named: readonly string[] = Object.values(turns).flat();
  for (const kind of mailKinds) if (!named.includes(kind)) expect(turnOf(kind)).toBe(1);
});

it("counts an invitation among the mails that anybody can cause, whoever has proven what", () => {
  expect([isTyped("invitation.sent", false), isTyped("invitation.sent", true)]).toEqual([true, true]);
});

const now = new Date("2027-03-10T10:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
const sent = {
  ...{ uses: 0, maxUses: 1, revokedAt: null, mail: "sent", isRegistered: false, isWanted: true },
  mailedAt: ago(1),
};

it.each([
  [{}, "sent"],
  [{ mail: "queued" }, "waiting"],
  [{ mail: null }, "waiting"],
  [{ mail: null, mailedAt: ago(4) }, "forgotten"],
  [{ mail: "failed" }, "failed"],
  [{ mail: "dropped" }, "skipped"],
  [{ mail: null, isWanted: false }, "skipped"],
  [{ mail: "sent", isWanted: false }, "sent"],
  [{ mail: "failed", isRegistered: true }, "registered"],
  [{ isRegistered: true, revokedAt: ago(1) }, "withdrawn"],
  [{ uses: 1, isRegistered: true, revokedAt: ago(1) }, "used"],
])("an invitation with %j stands as %s", (more, as) => {
  expect(invitedAs({ ...sent, ...more }, now)).toBe(as);
});

it.each([
  ["bounce 5.1.1", "5.1.1"],
  ["EENVELOPE 550", undefined],
  ["no address", undefined],
])("%s: came back with %s", (error, status) => {
  expect(bouncedWith(error)).toBe(status);
});
