import { LEAD_MS, type MeetingRow } from "../rules";

/** People in one talk at most: more have no talk, but a meeting. */
export const MOST_PEOPLE = 4;
/** People who are ever asked to come into one talk, whatever they say: each of them is written to. */
export const MOST_ASKED = 6;
/** Invitations into talks that one person makes in one event. */
export const MOST_OF_ONE = 12;

export type InvitationStatus = "proposed" | "offered" | "accepted" | "refused" | "declined" | "withdrawn";
export type InvitationState = InvitationStatus | "expired";

/** Whoever has not said yes when the talk begins stays out of it; a matter of time, not of a job that has run. */
export const invitationState = (
  { status }: { status: InvitationStatus },
  { startsAt }: Pick<MeetingRow, "startsAt">,
  now: Date,
): InvitationState =>
  now >= startsAt && (status === "proposed" || status === "offered") ? "expired" : status;

/** An invitation that may still bring somebody: it keeps a place. */
export const isOpenInvitation = ({ status }: { status: InvitationStatus }): boolean =>
  status === "proposed" || status === "offered";

type Invitation = { personId: string; status: InvitationStatus };
type Proposal = {
  talk: MeetingRow;
  /** Who is in the talk. */
  people: readonly string[];
  /** All that were ever made for it. */
  invitations: readonly Invitation[];
  /** How many this person has made in the event. */
  mine: number;
  personId: string;
  eventOpen: boolean;
  now: Date;
};
export type ProposalRefusal =
  | "was_cancelled"
  | "no_talks"
  | "too_late"
  | "already_in_talk"
  | "already_invited"
  | "talk_full"
  | "too_many_invitations";

/** Why nobody, or not this person, can be proposed for a talk; undefined when they can. The first reason that holds is told. */
export function proposalRefusal(proposal: Proposal): ProposalRefusal | undefined {
  const { talk, people, invitations, personId, now } = proposal;
  if (talk.status === "cancelled") return "was_cancelled";
  if (!proposal.eventOpen) return "no_talks";
  if (now.getTime() > talk.startsAt.getTime() - LEAD_MS) return "too_late";
  if (people.includes(personId)) return "already_in_talk";
  if (invitations.some((one) => one.personId === personId)) return "already_invited";
  if (people.length + invitations.filter(isOpenInvitation).length >= MOST_PEOPLE) return "talk_full";
  if (invitations.length >= MOST_ASKED || proposal.mine >= MOST_OF_ONE) return "too_many_invitations";
  return undefined;
}
