import { eventFeedback } from "@/db/schema/attendance-afterwards";
import { defineCommand } from "@/domain/kernel/command";
import { fail, ok } from "@/lib/result";
import { scopedRegistration } from "../queries/certificate";
import { takesFeedback } from "../rules/feedback";
import { giveFeedbackInput } from "../schema/afterwards";

/** What somebody thought of the event they were registered for; saying it again changes it. Reasons: no_feedback. */
export const giveFeedback = defineCommand({
  name: "give-feedback",
  input: giveFeedbackInput,
  permission: "feedback.give",
  load: ({ tx }, { registrationId }) => scopedRegistration(tx, registrationId),
  run: async ({ tx, now }, { registrationId, score, note }, { event, registration }) => {
    if (registration.status !== "confirmed" || !takesFeedback(event, now))
      return fail("conflict", "no_feedback");
    const said = { score, givenAt: now, ...(note === undefined ? {} : { note }) };
    await tx
      .insert(eventFeedback)
      .values({ registrationId, eventId: event.eventId, ...said })
      .onConflictDoUpdate({ target: eventFeedback.registrationId, set: said });
    return ok({ registrationId, score });
  },
});
