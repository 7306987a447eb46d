import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { moveEvent } from "../internal/move-event";
import { isVisibleTo, lockEvent } from "../queries";
import { canBecome } from "../rules";
import { eventRef } from "../schema";

/** Makes a draft public: from now on people can find it and register. */
export const publishEvent = defineCommand({
  name: "publish-event",
  input: eventRef,
  permission: "event.publish",
  load: ({ tx }, { eventId }) => lockEvent(tx, eventId),
  mayKnow: isVisibleTo,
  run: async (context, { eventId }, event) => {
    // What was put off comes back by a new date only: nobody would be told that the old one holds after all.
    if (event.status === "postponed" || !canBecome(event.status, "published"))
      return fail("conflict", "wrong_state", { details: { status: event.status } });
    if (event.endsAt <= context.now) return fail("conflict", "event_over");
    await moveEvent(context, { eventId, to: "published", fact: "event.published" });
    return ok({ eventId, slug: event.slug });
  },
});
