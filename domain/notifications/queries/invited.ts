import "server-only";
import { and, asc, count, eq, gt, gte, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { events } from "@/db/schema/programme";
import { invitations, registrations } from "@/db/schema/registration";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { needsNoInvitation } from "@/domain/registration/queries/on-list";
import type { Id } from "@/lib/ids";
import { type InvitedAs, invitedAs } from "../labels";
import { isNotRefused } from "./refusals";

/** Whom nobody could reach by then is not surprised by an invitation later; somebody would have to send it again. */
const WRITTEN_WITHIN_MS = 3 * 24 * 3_600_000;

const isRegistered: SQL = sql`exists (select 1 from ${registrations}
   where ${registrations.eventId} = ${invitations.eventId} and ${registrations.email} = ${invitations.email}
     and ${needsNoInvitation})`;

/** Names one mail of one invitation; the writer and the queries below use the same. */
export const invitationKey = (id: Id<"invitation">, mailing: number): string =>
  `invitation.sent:${id}:${mailing}`;
const isMailOfIt: SQL = sql`${mails.dedupeKey} = 'invitation.sent:' || ${invitations.id} || ':' || ${invitations.mailing}`;

/** True of who is still to be invited, for queries that join invitations and their events. */
const isWanted = (now: Date) =>
  and(
    isNotNull(invitations.email),
    isNull(invitations.revokedAt),
    sql`${invitations.uses} < ${invitations.maxUses}`,
    or(isNull(invitations.expiresAt), gt(invitations.expiresAt, now)),
    inArray(events.status, ["published", "live"]),
    gt(events.endsAt, now),
    or(isNull(events.registrationClosesAt), gt(events.registrationClosesAt, now)),
    isNotRefused(invitations.email),
    sql`not ${isRegistered}`,
  );

export type DueInvitation = typeof invitations.$inferSelect & { event: typeof events.$inferSelect };

type DueAsked = { now: Date; limit: number; after?: Pick<DueInvitation, "id" | "mailedAt"> | undefined };

/**
 * Invitations that somebody wants mailed and that were not written yet, in the order of asking, those behind the last one
 * that was seen. For the job: those it cannot write yet, because their address has had its fill, must not hold up others.
 */
export async function listDueInvitations({ now, limit, after }: DueAsked): Promise<DueInvitation[]> {
  const seen =
    after?.mailedAt &&
    sql`(${invitations.mailedAt}, ${invitations.id}) > (${after.mailedAt.toISOString()}::timestamptz, ${after.id})`;
  const rows = await db()
    .select({ invitation: invitations, event: events })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(
      and(
        isWanted(now),
        gte(invitations.mailedAt, new Date(now.getTime() - WRITTEN_WITHIN_MS)),
        seen ?? undefined,
        sql`not exists (select 1 from ${mails} where ${isMailOfIt})`,
      ),
    )
    .orderBy(asc(invitations.mailedAt), asc(invitations.id))
    .limit(limit);
  return rows.map(({ invitation, event }) => ({ ...invitation, event }));
}

/** Whether the mail of an invitation is still to go out: it was not used or withdrawn, and nobody registered or refused. */
export async function isStillInvited(reader: Reader, subjectId: string, now: Date): Promise<boolean> {
  const rows = await reader
    .select({ id: invitations.id })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(and(sql`${invitations.id} = ${subjectId}`, isWanted(now)));
  return rows.length > 0;
}

export type InvitedRow = {
  id: Id<"invitation">;
  email: string;
  name: string;
  mailedAt: Date | null;
  as: InvitedAs;
};
const INVITED_PAGE = 50;

/** One page of those invited by mail, the newest first, and how each of them stands; undefined for who may invite nobody. */
export async function listInvited(
  viewer: Actor,
  { eventId, page, now }: { eventId: Id<"event">; page: number; now: Date },
): Promise<{ rows: InvitedRow[]; all: number } | undefined> {
  const scope = await eventScope(db(), eventId);
  if (!scope || !can(viewer, "invitation.manage", scope)) return undefined;
  const those = and(eq(invitations.eventId, eventId), isNotNull(invitations.email));
  const [found, [counted]] = await Promise.all([
    db()
      .select({
        invitation: invitations,
        mail: sql<string | null>`(select ${mails.state} from ${mails} where ${isMailOfIt})`,
        isRegistered: sql<boolean>`${isRegistered}`,
        isWanted: sql<boolean>`coalesce(${isWanted(now)}, false)`,
      })
      .from(invitations)
      .innerJoin(events, eq(events.id, invitations.eventId))
      .where(those)
      .orderBy(sql`${invitations.createdAt} desc`, asc(invitations.email))
      .limit(INVITED_PAGE)
      .offset((page - 1) * INVITED_PAGE),
    db().select({ all: count() }).from(invitations).where(those),
  ]);
  const rows = found.map(({ invitation: { id, email, label, mailedAt, ...standing }, ...more }) => ({
    ...{ id, email: email ?? "", name: label, mailedAt },
    as: invitedAs({ ...standing, ...more, mailedAt }, now),
  }));
  return { rows, all: counted?.all ?? 0 };
}
