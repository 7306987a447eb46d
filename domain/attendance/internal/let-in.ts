import { eq, sql } from "drizzle-orm";
import { checkIns } from "@/db/schema/attendance";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";

type Coming = {
  registrationId: Id<"registration">;
  eventId: Id<"event">;
  at: Date;
  via: (typeof checkIns.$inferSelect)["via"];
  /** That of the registration, which the caller holds. */
  renewals: number;
};

/**
 * `in`: this scan let them in. `already`: they have been in since `at`. `undone`: the scan is older than the moment `at`
 * at which somebody took the entry back, so it changes nothing.
 */
export type LetIn = {
  state: "in" | "already" | "undone";
  registrationId: Id<"registration">;
  at: string;
};

/**
 * Lets somebody in once. The row's own key decides between two doors that scan one code at the same moment: the second
 * waits for the first and then finds its entry. What was taken back counts again only by a later scan, and an entry from
 * before a registration began anew stands in nobody's way.
 */
export async function letIn(
  { tx, actor }: Context,
  { registrationId, at, ...coming }: Coming,
): Promise<LetIn> {
  const byPersonId = actor.type === "person" ? actor.personId : null;
  const entry = { ...coming, at, byPersonId, undoneAt: null };
  const written = await tx
    .insert(checkIns)
    .values({ ...entry, registrationId })
    .onConflictDoUpdate({
      target: checkIns.registrationId,
      set: entry,
      setWhere: sql`${checkIns.undoneAt} < ${at.toISOString()}::timestamptz
                    or ${checkIns.renewals} < ${coming.renewals}`,
    })
    .returning({ at: checkIns.at });
  if (written.length > 0) return { state: "in", registrationId, at: at.toISOString() };
  const [row] = await tx.select().from(checkIns).where(eq(checkIns.registrationId, registrationId));
  if (!row) throw new Error("a check-in that stood in the way is gone");
  const { undoneAt } = row;
  return undoneAt
    ? { state: "undone", registrationId, at: undoneAt.toISOString() }
    : { state: "already", registrationId, at: row.at.toISOString() };
}
