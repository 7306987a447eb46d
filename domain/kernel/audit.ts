import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { newId } from "@/lib/ids";
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

const auditRow = (entry: AuditEntry): SQL => sql`(
  ${newId("audit")}, ${entry.at.toISOString()}::timestamptz, ${entry.command}, ${entry.permission},
  ${entry.actor.type}, ${actorIdOf(entry.actor)}, ${entry.scope?.networkId ?? null},
  ${entry.scope?.eventId ?? null}, ${entry.outcome}, ${entry.requestId ?? null})`;

/** The statement that appends audit rows: ids and the outcome's reason, nothing personal. */
export const insertAudit = (entries: readonly AuditEntry[]): SQL => sql`
  insert into audit_entries
    (id, at, command, permission, actor_kind, actor_id, network_id, event_id, outcome, request_id)
  values ${sql.join(entries.map(auditRow), sql`, `)}`;

/** Appends one audit row at once. */
export async function writeAudit(reader: Reader, entry: AuditEntry): Promise<void> {
  await reader.execute(insertAudit([entry]));
}
