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

/** A published plan. Which talks are new in it say their rows: they are as old as their version. */
export const publishedFact = z.object({ eventId: idOf("event"), version: z.int() });
/** Who of a talk is missing while somebody waits. */
export const nudgeFact = meetingFact.extend({ personId: idOf("person") });
/** Who would like to exchange addresses with the other side. */
export const contactFact = meetingFact.extend({ personId: idOf("person") });
/** Who came into a talk, or left it. */
export const talkPersonFact = meetingFact.extend({ personId: idOf("person") });
