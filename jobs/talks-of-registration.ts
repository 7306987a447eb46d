import type { StoredFact } from "@/domain/kernel/outbox";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { withdrawRequest } from "@/domain/matchmaking/commands/withdraw-request";
import { openEngagementsOf } from "@/domain/matchmaking/queries/engagements";
import { registrationPayload } from "@/domain/registration/events";
import { worker } from "./mails/parts";

/** Subscriber: who does not come any more has no talks. The partner hears of it by the talk's own facts. */
export async function endTalksOfRegistration(fact: StoredFact): Promise<void> {
  const { registrationId } = registrationPayload.parse(fact.payload);
  const { meetings, requests } = await openEngagementsOf(registrationId);
  for (const meetingId of meetings) await cancelMeeting({ actor: worker, input: { meetingId } });
  for (const requestId of requests) await withdrawRequest({ actor: worker, input: { requestId } });
}
