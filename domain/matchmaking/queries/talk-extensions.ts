import "server-only";
import { and, countDistinct, eq, gt, lt } from "drizzle-orm";
import type { Reader } from "@/db/client";
import type { meetings } from "@/db/schema/matchmaking";
import { talkExtensions } from "@/db/schema/matchmaking-talks";

/** How often a talk was made longer at the time it has now: each end that all of its people wished to move is behind it. */
export async function extensionsOf(
  reader: Reader,
  { id, startsAt, endsAt }: Pick<typeof meetings.$inferSelect, "id" | "startsAt" | "endsAt">,
): Promise<number> {
  const [row] = await reader
    .select({ ends: countDistinct(talkExtensions.endsAt) })
    .from(talkExtensions)
    .where(
      and(
        eq(talkExtensions.meetingId, id),
        gt(talkExtensions.endsAt, startsAt),
        lt(talkExtensions.endsAt, endsAt),
      ),
    );
  return row?.ends ?? 0;
}
