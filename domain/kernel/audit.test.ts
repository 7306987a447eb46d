import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import { guest, personActor } from "@/db/testing/actors";
import type { Seat } from "@/domain/grants";
import type { Actor } from "@/domain/policy";
import { newId } from "@/lib/ids";
import { writeAudit } from "./audit";

const seat = (via: Seat["via"], eventId = newId("event")): Seat => ({
  registrationId: newId("registration"),
  eventId,
  via,
});
const [older, claimed] = [seat("mail"), seat("claim")];
const proven = seat("mail", claimed.eventId);
const seats = [older, claimed, proven];
const networkId = newId("network");

it.each([
  ["the registration at hand", { networkId, registrationId: claimed.registrationId }, claimed.registrationId],
  ["the mailed link of the event", { networkId, eventId: claimed.eventId }, proven.registrationId],
  ["nothing, at an event without a seat", { networkId, eventId: newId("event") }, null],
  ["nothing, where there is no event", { networkId }, null],
])("a guest with several seats is named by %s", async (_what, scope, expected) => {
  const requestId = newId("audit");
  const actor: Actor = { type: "guest", seats };
  const entry = { at: new Date(), command: "x", permission: "y", outcome: "ok", requestId };
  await writeAudit(db(), { ...entry, actor, scope });
  const mine = and(eq(auditEntries.requestId, requestId), eq(auditEntries.actorKind, "guest"));
  expect(await db().select({ actorId: auditEntries.actorId }).from(auditEntries).where(mine)).toEqual([
    { actorId: expected },
  ]);
});

describe("a refusal that is repeated", () => {
  type Entry = Parameters<typeof writeAudit>[1];
  const at = (clock: string) => new Date(`2026-11-24T${clock}Z`);

  /** A refusal of its own command, and how many rows there are once it was written twenty times at the same moment. */
  function knocking(actor: Actor) {
    const command = newId("audit");
    const scope = { networkId: newId("network"), eventId: claimed.eventId };
    const entry = { at: at("10:00:00"), command, permission: "y", actor, scope, outcome: "not_allowed" };
    return async (change: Partial<Entry> = {}) => {
      const written = { ...entry, requestId: undefined, ...change };
      await Promise.all(Array.from({ length: 20 }, () => writeAudit(db(), written)));
      return db().$count(auditEntries, eq(auditEntries.command, command));
    };
  }

  it.each([
    ["nobody", guest],
    ["a mere claim", { type: "guest", seats: [claimed] }],
  ] satisfies [string, Actor][])(
    "is one row an hour for %s, however many knock at once",
    async (_who, actor) => {
      const knock = knocking(actor);
      expect([await knock(), await knock({ at: at("10:59:59") })]).toEqual([1, 1]);
      expect(await knock({ at: at("11:00:00") })).toBe(2);
    },
  );

  it("is another one at another event, and for whoever came by a registration", async () => {
    const knock = knocking(guest);
    const elsewhere = { networkId, eventId: newId("event") };
    expect([await knock(), await knock({ scope: elsewhere }), await knock({ scope: { networkId } })]).toEqual(
      [1, 2, 3],
    );
    expect(await knock({ actor: { type: "guest", seats } })).toBe(4);
  });

  it("is a row each time for a person, as is whatever a guest may do", async () => {
    expect(await knocking(personActor({ id: newId("person") }))()).toBe(20);
    expect(await knocking(guest)({ outcome: "ok" })).toBe(20);
  });
});
