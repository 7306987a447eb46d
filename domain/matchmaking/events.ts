import { z } from "zod";
import { idOf } from "@/lib/ids";

/** Facts of talks by appointment, as the outbox holds them: ids only. */
export const requestFact = z.object({ requestId: idOf("request"), eventId: idOf("event") });
export const messageFact = requestFact.extend({ messageId: idOf("requestMessage") });
export const meetingFact = z.object({ meetingId: idOf("meeting"), eventId: idOf("event") });

/** A published plan with the talks that are new in it. */
export const publishedFact = z.object({
  eventId: idOf("event"),
  version: z.int(),
  added: z.array(idOf("meeting")),
});
