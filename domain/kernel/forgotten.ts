import { sql } from "drizzle-orm";
import type { Id } from "@/lib/ids";
import type { Kept } from "@/lib/privacy/retention";
import type { Context } from "./context";

/**
 * Notes in the same transaction how many rows of a kind were deleted because their time was over, for each network that
 * they belonged to. One event per row; null for what belongs to none.
 */
export async function noteForgotten(
  { tx, now }: Pick<Context, "tx" | "now">,
  kept: Kept,
  ofEvents: readonly (Id<"event"> | null)[],
): Promise<void> {
  if (ofEvents.length === 0) return;
  const gone = sql.join(
    ofEvents.map((eventId) => sql`(${eventId}::text)`),
    sql`, `,
  );
  await tx.execute(sql`
    insert into forgettings (at, kept, network_id, rows)
    select ${now.toISOString()}::timestamptz, ${kept}, events.network_id, count(*)
      from (values ${gone}) gone (event_id)
      left join events on events.id = gone.event_id
     group by events.network_id`);
}
