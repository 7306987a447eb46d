import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { moveEvent } from "../internal/move-event";
import { isVisibleTo, lockEvent } from "../queries";
import { canBecome } from "../rules";
import { eventRef } from "../schema";

/** The hosts go live. Called within the command that opens the room. */
export const startEvent = defineCommand({
  name: "start-event",
  input: eventRef,
  permission: "event.run",
  load: ({ tx }, { eventId }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
  run: async (context, { eventId }, event) => {
    if (!canBecome(event.status, "live"))
      return fail("conflict", "wrong_state", { details: { status: event.status } });
    await moveEvent(context, { eventId, to: "live", fact: "event.started" });
    return ok({ eventId, slug: event.slug });
  },
});
