import { z } from "zod";
import type { StoredFact } from "@/domain/kernel/outbox";
import { cancelMeeting } from "@/domain/matchmaking/commands/cancel-meeting";
import { leaveMeeting } from "@/domain/matchmaking/commands/leave-meeting";
import { withdrawRequest } from "@/domain/matchmaking/commands/withdraw-request";
import { meetingFact } from "@/domain/matchmaking/events";
import { type Engagements, openEngagementsOf, seatlessIn } from "@/domain/matchmaking/queries/engagements";
import { registrationPayload } from "@/domain/registration/events";
import { idOf } from "@/lib/ids";
import type { Result } from "@/lib/result";
import { worker } from "./mails/parts";

/** Who was quicker has settled it. What the database could not do now is done when the fact comes again. */
async function settled(work: Promise<Result<unknown>>): Promise<void> {
  const result = await work;
  if (!result.ok && result.failure.kind === "unavailable") throw new Error("a talk could not be ended yet");
}

/** Calls off talks, which tells both, and takes back requests. */
export async function endEngagements({ meetings, requests }: Engagements): Promise<void> {
  for (const meetingId of meetings) await settled(cancelMeeting({ actor: worker, input: { meetingId } }));
  for (const requestId of requests) await settled(withdrawRequest({ actor: worker, input: { requestId } }));
}

/**
 * Subscriber: who does not come any more has no talks. The others hear of it by the talk's own facts; one with more than two goes
 * on without them.
 */
export async function endTalksOfRegistration(fact: StoredFact): Promise<void> {
  const { registrationId } = registrationPayload.parse(fact.payload);
  const { personId, meetings, requests } = await openEngagementsOf(registrationId);
  if (personId)
    for (const meetingId of meetings)
      await settled(leaveMeeting({ actor: worker, input: { meetingId, personId } }));
  await endEngagements({ meetings: [], requests });
}

/** Facts of a whole event: a plan with new talks, and somebody who was put out of its rooms. */
const ofEvent = z.object({ eventId: idOf("event") });

/**
 * Subscriber of new talks: somebody may have given their seat back while the talk was being agreed on, so that the subscriber
 * above did not see it yet. Of the two facts the later one sees both. The same of who is put out of the rooms: whoever is
 * banned from the event has no talks there, and whoever comes back in five minutes keeps them.
 */
export async function endTalksOfLeavers(fact: StoredFact): Promise<void> {
  const among =
    fact.kind === "plan.published" || fact.kind === "participant.removed"
      ? ofEvent.parse(fact.payload)
      : meetingFact.parse(fact.payload);
  for (const { meetingId, personId } of await seatlessIn(among))
    await settled(leaveMeeting({ actor: worker, input: { meetingId, personId } }));
}
