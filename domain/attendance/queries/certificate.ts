import "server-only";
import { and, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { checkIns } from "@/db/schema/attendance";
import { certificateRules } from "@/db/schema/attendance-afterwards";
import { registrations } from "@/db/schema/registration";
import { type Actor, can, type Scope } from "@/domain/policy";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { countsAsIn, keptAttendance } from "../queries";
import { secondsByRegistration } from "../rules";
import { type Been, type CertificateRule, certificateProblem } from "../rules/certificate";

type Registered = Pick<typeof registrations.$inferSelect, "id" | "name" | "organisation" | "status">;
type ScopedRegistration = Scope & { registration: Registered; event: EventScope };

/** A registration with its tenant, for what is about having been there. */
export async function scopedRegistration(
  reader: Reader,
  id: Id<"registration">,
): Promise<ScopedRegistration | undefined> {
  const [row] = await reader.select().from(registrations).where(eq(registrations.id, id));
  const event = row && (await eventScope(reader, row.eventId));
  if (!row || !event) return undefined;
  return {
    networkId: event.networkId,
    eventId: event.eventId,
    registrationId: row.id,
    ownerIds: row.personId ? [row.personId] : [],
    registration: { id: row.id, name: row.name, organisation: row.organisation, status: row.status },
    event,
  };
}

/** How an event gives certificates; undefined where nobody has said that it does. */
export async function certificateRuleOf(
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<CertificateRule | undefined> {
  const { isOffered, minMinutes } = certificateRules;
  const [rule] = await reader
    .select({ isOffered, minMinutes })
    .from(certificateRules)
    .where(eq(certificateRules.eventId, eventId));
  return rule;
}

/** How long somebody was there, as far as anybody saw it. */
export async function beenThere(reader: Reader, of: ScopedRegistration, now: Date): Promise<Been> {
  const { id } = of.registration;
  const present = await keptAttendance(reader, { eventId: of.event.eventId, now, registered: [id] });
  const letIn = await reader.$count(checkIns, and(eq(checkIns.registrationId, id), countsAsIn));
  return { seconds: secondsByRegistration(present).get(id) ?? 0, isLetIn: letIn > 0 };
}

export type MyCertificate = { problem: ReturnType<typeof certificateProblem>; rule: CertificateRule } & Been;

/**
 * Whether there is a certificate for this registration, for its person and the office; undefined for others, and where the
 * event gives none, so that nobody is told of what they cannot get.
 */
export async function certificateFor(
  viewer: Actor,
  { registrationId, now }: { registrationId: Id<"registration">; now: Date },
  reader: Reader = db(),
): Promise<MyCertificate | undefined> {
  const found = await scopedRegistration(reader, registrationId);
  if (!found || !can(viewer, "certificate.issue", found)) return undefined;
  const rule = await certificateRuleOf(found.event.eventId, reader);
  if (!rule?.isOffered || found.registration.status !== "confirmed") return undefined;
  const been = await beenThere(reader, found, now);
  return { problem: certificateProblem({ rule, event: found.event, been }, now), rule, ...been };
}
