import { and, eq } from "drizzle-orm";
import { talkExtensions } from "@/db/schema/matchmaking-talks";
import { defineCommand } from "@/domain/kernel/command";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { lockCalendars } from "../internal/bookings";
import { extend, timeProblem } from "../internal/new-times";
import type { Meeting } from "../internal/talk-change";
import { talkScope } from "../internal/talk-scope";
import { EXTENSION_MS, isExtendable, MOST_EXTENSIONS } from "../internal/talk-state";
import { extensionsOf } from "../queries/talk-extensions";
import { cancelMeetingInput } from "../schema";

type Wish = { meeting: Meeting; me: Id<"person">; people: readonly Id<"person">[] };

/** Notes this person's wish to go on after the end; true once everybody in the talk has the same. */
async function isAgreed({ tx, now }: Context, { meeting, me, people }: Wish): Promise<boolean> {
  const { id: meetingId, endsAt } = meeting;
  await tx.insert(talkExtensions).values({ meetingId, personId: me, endsAt, at: now }).onConflictDoNothing();
  const wishes = await tx
    .select({ personId: talkExtensions.personId })
    .from(talkExtensions)
    .where(and(eq(talkExtensions.meetingId, meetingId), eq(talkExtensions.endsAt, endsAt)));
  return people.every((id) => wishes.some(({ personId }) => personId === id));
}

/**
 * One of its people would like to talk on; once all have said so the talk is ten minutes longer, three times at most. Only where
 * all are free until then: the exclusion constraint lets nobody be in two talks, whoever books at the same moment.
 */
export const extendTalk = defineCommand({
  name: "extend-talk",
  input: cancelMeetingInput,
  permission: "meeting.attend",
  load: ({ tx, actor }, { meetingId }) => talkScope(tx, actor, meetingId),
  run: async (context, { meetingId }, { meeting, eventId, ownerIds: people, me }) => {
    const { tx, now, emit } = context;
    if (meeting.status === "cancelled") return fail("conflict", "was_cancelled");
    if (now < meeting.startsAt) return fail("conflict", "too_early");
    if (!isExtendable(meeting, now)) return fail("conflict", "talk_over");
    if (!me) return fail("not_found", "missing");
    if ((await extensionsOf(tx, meeting)) >= MOST_EXTENSIONS) return fail("conflict", "extended_enough");
    await lockCalendars(tx, people);
    const endsAt = new Date(meeting.endsAt.getTime() + EXTENSION_MS);
    const more = { startsAt: meeting.endsAt, endsAt };
    if (await timeProblem(context, { meeting, people, slot: more, me }))
      return fail("conflict", "not_both_free");
    if (!(await isAgreed(context, { meeting, me, people }))) {
      await emit({ kind: "meeting.extension_wished", payload: { meetingId, eventId } });
      return ok({ agreed: false, endsAt: meeting.endsAt.toISOString() });
    }
    const slot = { startsAt: meeting.startsAt, endsAt };
    if (await extend(context, { meeting, people, slot }, me)) return fail("conflict", "not_both_free");
    return ok({ agreed: true, endsAt: endsAt.toISOString() });
  },
});
