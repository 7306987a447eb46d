import type { meetings } from "@/db/schema/matchmaking";
import { talkChanges } from "@/db/schema/matchmaking-talks";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { inParts } from "@/lib/in-parts";

export type Meeting = typeof meetings.$inferSelect;
/** Who changes a talk: one of its people, also by their mailed link; else whoever is signed in. Nobody for jobs. */
export type Changer = Id<"person"> | undefined;
type Kind = (typeof talkChanges.$inferInsert)["kind"];

/** Writes down what became of talks, from when, and by whom; their next sequence is that of the change. */
export async function noteChanges(
  { tx, now, actor }: Context,
  kind: Kind,
  { talks, by }: { talks: readonly Meeting[]; by: Changer },
): Promise<void> {
  const byPersonId = by ?? (actor.type === "person" ? actor.personId : null);
  await inParts(talks, (part) =>
    tx.insert(talkChanges).values(
      part.map(({ id: meetingId, calendarSequence, startsAt, endsAt }) => ({
        ...{ meetingId, sequence: calendarSequence + 1, kind, at: now, byPersonId },
        ...{ fromStartsAt: startsAt, fromEndsAt: endsAt },
      })),
    ),
  );
}
