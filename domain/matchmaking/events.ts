import { z } from "zod";
import { idOf } from "@/lib/ids";

/** Facts of talks by appointment, as the outbox holds them: ids only. */
export const requestFact = z.object({ requestId: idOf("request"), eventId: idOf("event") });
export const messageFact = requestFact.extend({ messageId: idOf("requestMessage") });
export const talkInvitationFact = z.object({
  invitationId: idOf("talkInvitation"),
  eventId: idOf("event"),
});
export const meetingFact = z.object({ meetingId: idOf("meeting"), eventId: idOf("event") });
/** Who came into a talk, or left it. */
export const talkPersonFact = meetingFact.extend({ personId: idOf("person") });
