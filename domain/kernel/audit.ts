import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { newId } from "@/lib/ids";
import type { Actor, Scope, Seat } from "../policy";

/** The seat that a guest acted with: the one of the registration or event at hand, by mail before by claim. */
function actingSeat(seats: readonly Seat[], scope: Scope | undefined): Seat | undefined {
  const ofEvent = seats.filter(({ eventId }) => eventId === scope?.eventId);
  return (
    seats.find(({ registrationId }) => registrationId === scope?.registrationId) ??
    ofEvent.find(({ via }) => via === "mail") ??
    ofEvent[0]
  );
}

const actorIdOf = ({ actor, scope }: Pick<AuditEntry, "actor" | "scope">): string | null => {
  if (actor.type === "person") return actor.personId;
  if (actor.type === "guest") return actingSeat(actor.seats, scope)?.registrationId ?? null;
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
  ${entry.actor.type}, ${actorIdOf(entry)}, ${entry.scope?.networkId ?? null},
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
