import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { moveEvent } from "../internal/move-event";
import { isVisibleTo, lockEvent } from "../queries";
import { canBecome } from "../rules";
import { eventRef } from "../schema";

/** Calls an event off for good. Its page and its registrations stay, and everybody registered is told. */
export const cancelEvent = defineCommand({
  name: "cancel-event",
  input: eventRef,
  permission: "event.cancel",
  load: ({ tx }, { eventId }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
  run: async (context, { eventId }, event) => {
    if (!canBecome(event.status, "cancelled"))
      return fail("conflict", "wrong_state", { details: { status: event.status } });
    await moveEvent(context, { eventId, to: "cancelled", fact: "event.cancelled" });
    return ok({ eventId, slug: event.slug });
  },
});
