import type { Transaction } from "@/db/client";
import { talkPresences } from "@/db/schema/matchmaking-talks";
import type { TalkRecord } from "../queries/talk-records";

/** Keeps what is known of everybody in a talk; what is kept already stays as it is. */
export async function storePresence(
  tx: Transaction,
  { meetingId, sides }: TalkRecord,
  closedAt: Date,
): Promise<void> {
  const rows = sides.map(({ personId, came, joinedAt, seconds, togetherSeconds }) => ({
    ...{ meetingId, personId, seen: came, joinedAt, seconds, togetherSeconds, closedAt },
  }));
  if (rows.length > 0) await tx.insert(talkPresences).values(rows).onConflictDoNothing();
}
