import { z } from "zod";
import { idOf } from "@/lib/ids";

/** Facts of talks by appointment, as the outbox holds them: ids only. */
export const requestFact = z.object({ requestId: idOf("request"), eventId: idOf("event") });
export const messageFact = requestFact.extend({ messageId: idOf("requestMessage") });
export const meetingFact = z.object({ meetingId: idOf("meeting"), eventId: idOf("event") });
/** Who of a talk is missing while somebody waits. */
export const nudgeFact = meetingFact.extend({ personId: idOf("person") });
/** Who would like to exchange addresses with the other side. */
export const contactFact = meetingFact.extend({ personId: idOf("person") });
