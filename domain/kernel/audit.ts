import type { Reader } from "@/db/client";
import { auditEntries } from "@/db/schema/kernel";
import type { Actor, Scope } from "../policy";

const actorIdOf = (actor: Actor): string | null => {
  if (actor.type === "person") return actor.personId;
  if (actor.type === "guest") return actor.seats[0]?.registrationId ?? null;
  return actor.type === "system" ? actor.job : actor.source;
};

export type AuditEntry = {
  at: Date;
  command: string;
  permission: string;
  actor: Actor;
  scope: Scope | undefined;
  outcome: string;
  requestId: string | undefined;
};

/** Appends one audit row: ids and the outcome's reason, nothing personal. */
export async function writeAudit(reader: Reader, entry: AuditEntry): Promise<void> {
  await reader.insert(auditEntries).values({
    at: entry.at,
    command: entry.command,
    permission: entry.permission,
    actorKind: entry.actor.type,
    actorId: actorIdOf(entry.actor),
    networkId: entry.scope?.networkId ?? null,
    eventId: entry.scope?.eventId ?? null,
    outcome: entry.outcome,
    requestId: entry.requestId,
  });
}
