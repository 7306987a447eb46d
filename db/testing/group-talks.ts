import { agreeToGuest } from "@/domain/matchmaking/commands/agree-to-guest";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { answerTalkInvitation } from "@/domain/matchmaking/commands/answer-talk-invitation";
import { inviteToTalk } from "@/domain/matchmaking/commands/invite-to-talk";
import { personActor } from "./actors";
import { aTaker, aTalkRequest, slotAt } from "./talks";

type Event = Parameters<typeof aTaker>[0];

/** A talk of two at the event's slot of this number, agreed by their own commands; further people are theirs to invite. */
export async function aTalk(event: Event, slot = 0) {
  const [anna, ben] = [await aTaker(event), await aTaker(event)];
  const request = await aTalkRequest(event, { from: anna.person, to: ben.person, slots: [slot] });
  const input = { requestId: request.id, answer: slotAt(event, slot).toISOString() };
  const agreed = await answerRequest({ actor: personActor(ben.person), input });
  if (!agreed.ok || !agreed.value.meetingId) throw new Error("the talk was not agreed");
  return { event, anna, ben, meetingId: agreed.value.meetingId };
}
type Taker = Awaited<ReturnType<typeof aTaker>>;
type Agreed = Pick<Awaited<ReturnType<typeof aTalk>>, "anna" | "ben" | "meetingId">;

/** Anna has proposed this person for the talk, and Ben has agreed. */
export async function anOffer({ anna, ben, meetingId }: Agreed, guest: Taker) {
  const input = { meetingId, personId: guest.person.id };
  const proposed = await inviteToTalk({ actor: personActor(anna.person), input });
  if (!proposed.ok) throw new Error(proposed.failure.reason);
  const { invitationId } = proposed.value;
  const agreed = await agreeToGuest({
    actor: personActor(ben.person),
    input: { invitationId, answer: "yes" },
  });
  if (!agreed.ok) throw new Error(agreed.failure.reason);
  return invitationId;
}

/** The same person has come. */
export async function aGuest(talk: Agreed, guest: Taker) {
  const invitationId = await anOffer(talk, guest);
  const input = { invitationId, answer: "yes" };
  const joined = await answerTalkInvitation({ actor: personActor(guest.person), input });
  if (!joined.ok) throw new Error(joined.failure.reason);
  return invitationId;
}
