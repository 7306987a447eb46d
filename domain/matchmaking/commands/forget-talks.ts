import { and, inArray, isNull, lt, notInArray } from "drizzle-orm";
import { meetingRequests, meetings } from "@/db/schema/matchmaking";
import { availabilityMarks, busyTimes, calendarImports } from "@/db/schema/matchmaking-availability";
import { plannedTalks, planRuns, talkLimits, talkWishes } from "@/db/schema/matchmaking-plans";
import { suggestionDismissals, suggestionStates, suggestions } from "@/db/schema/matchmaking-suggestions";
import { batchInput } from "@/domain/kernel/batch";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import { noteForgotten } from "@/domain/kernel/forgotten";
import { eventsForgetting, forgettableIds } from "@/domain/programme/queries/forgettable";
import { keptSince } from "@/lib/privacy/retention";
import { ok } from "@/lib/result";
import { isOfNoUse } from "../queries/availability";
import { forgettableSuggestions } from "../queries/forgettable-suggestions";

/**
 * What a calendar says of a time that is over serves nothing; a file that says nothing else any more goes with it. With a
 * calendar its times go.
 */
async function forgetTimes({ tx, now }: Context): Promise<void> {
  const over = keptSince("calendars", now);
  await tx.delete(availabilityMarks).where(lt(availabilityMarks.endsAt, keptSince("talks", now)));
  await tx.delete(busyTimes).where(lt(busyTimes.endsAt, over));
  await tx.delete(calendarImports).where(isOfNoUse(over));
  const left = tx.select({ id: busyTimes.importId }).from(busyTimes);
  await tx
    .delete(calendarImports)
    .where(
      and(
        isNull(calendarImports.address),
        lt(calendarImports.readAt, over),
        notInArray(calendarImports.id, left),
      ),
    );
}

/** Wishes and plans serve nothing without the talks that came of them. */
async function forgetPlans({ tx, now }: Context): Promise<void> {
  const over = eventsForgetting(tx, "talks", now);
  for (const table of [talkWishes, talkLimits, plannedTalks, planRuns])
    await tx.delete(table).where(inArray(table.eventId, over));
}

/** Lists of suggestions serve nobody once the talks are over; that somebody did not fit goes with the talks of the event. */
async function forgetSuggestions({ tx, now }: Context, limit: number): Promise<void> {
  const { over, old } = await forgettableSuggestions(tx, { now, limit });
  await tx.delete(suggestions).where(inArray(suggestions.eventId, over));
  await tx.delete(suggestionStates).where(inArray(suggestionStates.eventId, over));
  await tx.delete(suggestionDismissals).where(inArray(suggestionDismissals.eventId, old));
}

/** Deletes talks with their people and outcomes, and requests with their notes, half a year after the event (P10). */
export const forgetTalks = defineCommand({
  name: "forget-talks",
  input: batchInput,
  permission: "fact.dispatch",
  quiet: true,
  load: async () => ({ networkId: null }),
  run: async (context, { limit }) => {
    const { tx, now } = context;
    const old = { kept: "talks", now, limit } as const;
    const held = await forgettableIds(tx, meetings, old);
    const talks = await tx
      .delete(meetings)
      .where(inArray(meetings.id, held))
      .returning({ eventId: meetings.eventId });
    const asked = await forgettableIds(tx, meetingRequests, old);
    const requests = await tx
      .delete(meetingRequests)
      .where(inArray(meetingRequests.id, asked))
      .returning({ eventId: meetingRequests.eventId });
    const gone = [...talks, ...requests].map(({ eventId }) => eventId);
    await noteForgotten(context, "talks", gone);
    await forgetTimes(context);
    await forgetPlans(context);
    await forgetSuggestions(context, limit);
    return ok({ gone: gone.length });
  },
});
