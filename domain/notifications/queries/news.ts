import "server-only";
import { and, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import type { Id } from "@/lib/ids";

type Row = Pick<typeof mails.$inferSelect, "state" | "attempts" | "lastError">;

/** Nobody has tried to send it yet, or it did not work: what it says can still be said differently. */
export const isUnsent = ({ state, attempts, lastError }: Row): boolean =>
  state === "queued" && (attempts === 0 || lastError !== null);

/** `dropped` before it was sent; `told` also for one that is on its way. */
type NewsMail = { subjectId: string; dedupeKey: string; state: "waits" | "dropped" | "told" };

/** Mails of this kind in an event, oldest first: what they are about, and what became of them. For jobs. */
export async function newsMails(
  eventId: Id<"event">,
  kind: "plan.published",
  { subjectId, reader = db() }: { subjectId?: string; reader?: Reader } = {},
): Promise<NewsMail[]> {
  const { subjectId: about, dedupeKey, state, attempts, lastError } = mails;
  const rows = await reader
    .select({ subjectId: about, dedupeKey, state, attempts, lastError })
    .from(mails)
    .where(
      and(
        eq(mails.eventId, eventId),
        eq(mails.kind, kind),
        subjectId === undefined ? undefined : eq(mails.subjectId, subjectId),
      ),
    )
    .orderBy(mails.createdAt, mails.id);
  const stateOf = (row: (typeof rows)[number]): NewsMail["state"] => {
    if (isUnsent(row)) return "waits";
    return row.state === "dropped" ? "dropped" : "told";
  };
  return rows.map((row) => ({ subjectId: row.subjectId, dedupeKey: row.dedupeKey, state: stateOf(row) }));
}
