import { and, eq } from "drizzle-orm";
import { talkNotes } from "@/db/schema/matchmaking-talks";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { talkScope } from "../internal/talk-scope";
import { writeNoteInput } from "../schema";

/** What somebody notes about a talk for themselves, whenever they like; an empty note is none. */
export const writeNote = defineCommand({
  name: "write-note",
  input: writeNoteInput,
  permission: "meeting.attend",
  load: ({ tx, actor }, { meetingId }) => talkScope(tx, actor, meetingId),
  quiet: true,
  run: async ({ tx, now }, { meetingId, text }, { me }) => {
    if (!me) return fail("not_found", "missing");
    const mine = and(eq(talkNotes.meetingId, meetingId), eq(talkNotes.personId, me));
    if (text === "") {
      await tx.delete(talkNotes).where(mine);
      return ok({ kept: false });
    }
    await tx
      .insert(talkNotes)
      .values({ meetingId, personId: me, text, writtenAt: now })
      .onConflictDoUpdate({
        target: [talkNotes.meetingId, talkNotes.personId],
        set: { text, writtenAt: now },
      });
    return ok({ kept: true });
  },
});
