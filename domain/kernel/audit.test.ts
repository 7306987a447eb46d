import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import type { Actor, Seat } from "@/domain/policy";
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
