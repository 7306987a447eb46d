import { and, eq } from "drizzle-orm";
import { captionWriters } from "@/db/schema/interaction-captions";
import { defineCommand } from "@/domain/kernel/command";
import { inTurn } from "@/domain/kernel/turns";
import { loadStanding } from "@/domain/rooms/queries/standing";
import { knowsRoom } from "@/domain/rooms/rules";
import { fail, ok } from "@/lib/result";
import { findProven } from "../queries/reachable";
import { captionWriterInput } from "../schema/captions";

/** Professionals take turns in twos, and an event may have two languages; more would be everybody. */
const MOST_WRITERS = 6;

/** Asks somebody to write down what is spoken, in which language, or not any more. */
export const setCaptionWriter = defineCommand({
  name: "set-caption-writer",
  input: captionWriterInput,
  permission: "caption.manage",
  load: loadStanding,
  mayKnow: knowsRoom,
  run: async ({ tx, now, emit }, { eventId, admissionId, language }) => {
    await inTurn(tx, "room-writes", `captions ${eventId}`);
    if (!(await findProven(tx, eventId, admissionId))) return fail("not_found", "missing_person");
    const one = and(eq(captionWriters.eventId, eventId), eq(captionWriters.admissionId, admissionId));
    if (language === null) await tx.delete(captionWriters).where(one);
    else {
      const others = await tx.$count(captionWriters, eq(captionWriters.eventId, eventId));
      const isNew = (await tx.$count(captionWriters, one)) === 0;
      if (isNew && others >= MOST_WRITERS) return fail("conflict", "too_many");
      await tx
        .insert(captionWriters)
        .values({ eventId, admissionId, language, createdAt: now })
        .onConflictDoUpdate({
          target: [captionWriters.eventId, captionWriters.admissionId],
          set: { language },
        });
    }
    await emit({ kind: "captions.changed", payload: { eventId } });
    return ok({ admissionId, language });
  },
});
