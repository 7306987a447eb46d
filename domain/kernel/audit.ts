import { createHash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { Seat } from "@/domain/grants";
import { idPrefixes } from "@/lib/id-kinds";
import { type Id, newId } from "@/lib/ids";
import type { Actor, Scope } from "../policy";

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

const HOUR = 3_600_000;

/**
 * The same refusal of a guest has the same id for an hour, so it is written once: anybody can knock without end, with a
 * claim as well as without, and would fill the table. What people do, and every success, is a row each.
 */
function idOfEntry(entry: AuditEntry): Id<"audit"> {
  const { at, command, actor, scope, outcome } = entry;
  if (actor.type !== "guest" || outcome === "ok") return newId("audit");
  const hour = Math.floor(at.getTime() / HOUR);
  const same = [hour, command, outcome, actorIdOf(entry), scope?.networkId, scope?.eventId];
  const digest = createHash("sha256").update(JSON.stringify(same)).digest("hex");
  return `${idPrefixes.audit}_${digest.slice(0, 32)}`;
}

const auditRow = (entry: AuditEntry): SQL => sql`(
  ${idOfEntry(entry)}, ${entry.at.toISOString()}::timestamptz, ${entry.command}, ${entry.permission},
  ${entry.actor.type}, ${actorIdOf(entry)}, ${entry.scope?.networkId ?? null},
  ${entry.scope?.eventId ?? null}, ${entry.outcome}, ${entry.requestId ?? null})`;

/** The statement that appends audit rows: ids and the outcome's reason, nothing personal. */
export const insertAudit = (entries: readonly AuditEntry[]): SQL => sql`
  insert into audit_entries
    (id, at, command, permission, actor_kind, actor_id, network_id, event_id, outcome, request_id)
  values ${sql.join(entries.map(auditRow), sql`, `)}`;

/** Appends one audit row at once, unless it is a guest's refusal that is already there. */
export async function writeAudit(reader: Reader, entry: AuditEntry): Promise<void> {
  await reader.execute(sql`${insertAudit([entry])} on conflict (id) do nothing`);
}
