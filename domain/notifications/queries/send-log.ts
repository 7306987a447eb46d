import "server-only";
import { and, count, desc, eq, gt, inArray, isNull, like, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { mails } from "@/db/schema/notifications";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";

export type MailState = (typeof mails.$inferSelect)["state"];

/** One mail as the desk sees it: to whom, about what, and how it went. What it says stays between the two. */
export type LoggedMail = Pick<
  typeof mails.$inferSelect,
  | "id"
  | "kind"
  | "circularId"
  | "toName"
  | "toEmail"
  | "state"
  | "attempts"
  | "lastError"
  | "nextAttemptAt"
  | "sentAt"
  | "createdAt"
>;
export type SendLog = { mails: LoggedMail[]; counts: Record<MailState, number> };

export const LOG_PAGE = 50;
/** What an organizer has to do with, and may have sent again. Talks are between two people, also that there is one. */
const LOGGED = ["registration.", "event.", "circular.sent", "invitation."];
const ofEvent = or(...LOGGED.map((kinds) => like(mails.kind, `${kinds}%`)));
export const isLogged = (kind: string): boolean => LOGGED.some((kinds) => kind.startsWith(kinds));

type Choice = {
  eventId: Id<"event">;
  state?: MailState | undefined;
  /** From 1. */
  page: number;
};

/** The mails of an event, newest first, for its organizers; undefined for everybody else. */
export async function sendLogOf(
  viewer: Actor,
  { eventId, state, page }: Choice,
  reader: Reader = db(),
): Promise<SendLog | undefined> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "mails.manage", scope)) return undefined;
  const all = and(eq(mails.eventId, eventId), ofEvent);
  const [rows, counted] = await Promise.all([
    reader
      .select({
        id: mails.id,
        kind: mails.kind,
        circularId: mails.circularId,
        toName: mails.toName,
        toEmail: mails.toEmail,
        state: mails.state,
        attempts: mails.attempts,
        lastError: mails.lastError,
        nextAttemptAt: mails.nextAttemptAt,
        sentAt: mails.sentAt,
        createdAt: mails.createdAt,
      })
      .from(mails)
      .where(and(all, state ? eq(mails.state, state) : undefined))
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(LOG_PAGE)
      .offset((page - 1) * LOG_PAGE),
    reader.select({ state: mails.state, mails: count() }).from(mails).where(all).groupBy(mails.state),
  ]);
  const counts = { queued: 0, sent: 0, failed: 0, dropped: 0 };
  for (const one of counted) counts[one.state] = one.mails;
  return { mails: rows, counts };
}

/** How many test mails a person got since then, and how many are still to be written. */
export async function testsSince(
  reader: Reader,
  { personId, email, since }: { personId: Id<"person">; email: string; since: Date },
): Promise<number> {
  const written = and(eq(mails.toEmail, email), eq(mails.kind, "circular.test"), gt(mails.createdAt, since));
  const asked = and(
    isNull(outbox.dispatchedAt),
    inArray(outbox.kind, ["circular.tested", "wording.tested"]),
    sql`${outbox.payload} ->> 'personId' = ${personId}`,
  );
  return (await reader.$count(mails, written)) + (await reader.$count(outbox, asked));
}

/**
 * Whether somebody had a mail of the event sent to themselves before it goes to others, as long as such mails are kept;
 * undefined for who may write none.
 */
export async function hasTestMail(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<boolean | undefined> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "mails.manage", scope)) return undefined;
  return (await reader.$count(mails, and(eq(mails.eventId, eventId), eq(mails.kind, "circular.test")))) > 0;
}
