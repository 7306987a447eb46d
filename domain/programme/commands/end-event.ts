import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { moveEvent } from "../internal/move-event";
import { isVisibleTo, lockEvent } from "../queries";
import { canBecome } from "../rules";
import { eventRef } from "../schema";

/** The event is over: nobody can register or enter any more. */
export const endEvent = defineCommand({
  name: "end-event",
  input: eventRef,
  permission: "event.run",
  load: ({ tx }, { eventId }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
  run: async (context, { eventId }, event) => {
    if (!canBecome(event.status, "ended"))
      return fail("conflict", "wrong_state", { details: { status: event.status } });
    await moveEvent(context, { eventId, to: "ended", fact: "event.ended" });
    return ok({ eventId, slug: event.slug });
  },
});
