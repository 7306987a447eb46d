import "server-only";
import { and, asc, eq, inArray, notInArray, or } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { meetingPeople, meetings } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { registrations } from "@/db/schema/registration";
import type { Actor } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { now as clockNow } from "@/lib/time/clock";
import { hindranceOf } from "../internal/free-times";
import { groupOf, type Talk, type TalkGroup, type TalkInvitation } from "../internal/group-people";
import {
  type InvitationState,
  invitationState,
  isOpenInvitation,
  MOST_ASKED,
  MOST_PEOPLE,
} from "../internal/group-rules";
import type { Card } from "../internal/partners";
import { LEAD_MS, type MeetingPhase, meetingPhase, type Span } from "../rules";
import { cardsOf, type EventCard } from "./cards";
import { availabilityOf } from "./hindrances";
import { keptAwayIn } from "./relations";
import { ownZones } from "./request-details";
import { personsOf, takingTalks } from "./sides";

type PersonId = Id<"person">;

/** Who is offered to choose from; whoever looks for one of more people than that finds them by name on their own page. */
const MOST_CANDIDATES = 300;

/** Whom nobody of the talk keeps away, and who keeps nobody of it away. */
async function reachable(
  reader: Reader,
  { talk, people }: TalkGroup,
  cards: readonly Card[],
): Promise<Card[]> {
  const among = [...people, ...cards.map(({ personId }) => personId)];
  const kept = await keptAwayIn(reader, { eventId: talk.eventId, among });
  const there = new Set(people);
  const away = new Set(
    kept.flatMap(({ who, whom }) => [there.has(who) ? [whom] : [], there.has(whom) ? [who] : []].flat()),
  );
  return cards.filter(({ personId }) => !away.has(personId));
}

/** Who takes talks, is free then and was not asked yet, by name. */
async function candidatesFor(reader: Reader, group: TalkGroup): Promise<Card[]> {
  const { talk, people, invitations } = group;
  const known = [...people, ...invitations.map(({ personId }) => personId)];
  const rows = await reader
    .select({
      personId: registrations.personId,
      name: registrations.name,
      organisation: registrations.organisation,
    })
    .from(registrations)
    .where(and(takingTalks(talk.eventId), notInArray(registrations.personId, known)))
    .orderBy(asc(registrations.name), asc(registrations.id));
  const cards = rows.flatMap(({ personId, ...card }) => (personId ? [{ personId, ...card }] : []));
  const personIds = cards.map(({ personId }) => personId);
  const of = await availabilityOf(reader, { eventId: talk.eventId, personIds, during: talk });
  const free = cards.filter(({ personId }) => hindranceOf(talk, of(personId)) === undefined);
  return (await reachable(reader, group, free)).slice(0, MOST_CANDIDATES);
}

export type GuestView = {
  invitationId: Id<"talkInvitation">;
  person: Card;
  state: InvitationState;
  /** Whether the viewer proposed them, and can take that back. */
  isMine: boolean;
  /** Whether the viewer's yes or no is waited for. */
  awaitsMe: boolean;
};
export type TalkGuests = {
  people: Card[];
  /** What the two sides see of whom they asked; who came by invitation sees nothing of it. */
  guests: GuestView[];
  /** Whether the viewer may ask one more now, and whether nobody has to agree to it. */
  mayInvite: boolean;
  isAlone: boolean;
  /** Who can be asked then. */
  candidates: Card[];
};

const isRoomLeft = ({ talk, people, invitations }: TalkGroup, now: Date): boolean =>
  talk.status === "accepted" &&
  now.getTime() <= talk.startsAt.getTime() - LEAD_MS &&
  people.length + invitations.filter(isOpenInvitation).length < MOST_PEOPLE &&
  invitations.length < MOST_ASKED;

/** Who is in a talk of the viewer, who was asked to come, and who can be; undefined for anybody else's. */
export async function guestsOf(
  viewer: Actor,
  meetingId: Id<"meeting">,
  now = clockNow(),
): Promise<TalkGuests | undefined> {
  const reader = db();
  const [talk] = await reader.select().from(meetings).where(eq(meetings.id, meetingId));
  const [group, ids] = [talk && (await groupOf(reader, talk)), await personsOf(reader, viewer)];
  if (!talk || !group?.people.some((id) => ids.includes(id))) return undefined;
  const isHost = group.hosts.some((id) => ids.includes(id));
  const asked = isHost ? group.invitations.filter(({ status }) => status !== "accepted") : [];
  const shown = [...group.people, ...asked.map(({ personId }) => personId)];
  const cardOf = await cardsOf(
    reader,
    shown.map((personId) => ({ eventId: talk.eventId, personId })),
  );
  const card = (personId: PersonId) => cardOf(talk.eventId, personId)?.partner ?? [];
  const guests = asked.flatMap((invitation) => guestView(invitation, { talk, ids, now, card: cardOf }));
  const mayInvite = isHost && isRoomLeft(group, now);
  return {
    people: group.people.filter((id) => !ids.includes(id)).flatMap(card),
    guests,
    mayInvite,
    isAlone: group.hosts.every((id) => ids.includes(id)),
    candidates: mayInvite ? await candidatesFor(reader, group) : [],
  };
}

type Look = { talk: Talk; ids: readonly PersonId[]; now: Date; card: Awaited<ReturnType<typeof cardsOf>> };

function guestView(invitation: TalkInvitation, { talk, ids, now, card }: Look): GuestView[] {
  const person = card(talk.eventId, invitation.personId)?.partner;
  if (!person) return [];
  const state = invitationState(invitation, talk, now);
  const isMine = ids.includes(invitation.invitedById);
  const awaitsMe = state === "proposed" && !isMine;
  return [{ invitationId: invitation.id, person, state, isMine, awaitsMe }];
}

export type MyInvitation = Span & {
  /** Whose answer it is, as the registration says it. */
  me: { name: string; email: string };
  invitationId: Id<"talkInvitation">;
  meetingId: Id<"meeting">;
  state: InvitationState;
  phase: MeetingPhase;
  /** What the viewer is asked: to come, or whether somebody else may. */
  part: "invited" | "other";
  invited: Card;
  inviter: Card;
  /** Who is in the talk. */
  people: Card[];
  event: EventCard;
  ownZone: string;
};

/** An invitation for whoever is asked about it: to come, or to agree that somebody comes; undefined for everybody else. */
export async function invitationToMe(
  viewer: Actor,
  invitationId: Id<"talkInvitation">,
  now = clockNow(),
): Promise<MyInvitation | undefined> {
  const reader = db();
  const [found] = await reader
    .select({ invitation: talkInvitations, talk: meetings })
    .from(talkInvitations)
    .innerJoin(meetings, eq(meetings.id, talkInvitations.meetingId))
    .where(eq(talkInvitations.id, invitationId));
  if (!found) return undefined;
  const { invitation, talk } = found;
  const [ids, { people, hosts }] = [await personsOf(reader, viewer), await groupOf(reader, talk)];
  const { personId: invitedId, invitedById } = invitation;
  // Before the other side has agreed, who is proposed knows nothing of it.
  const isInvited =
    ids.includes(invitedId) && invitation.status !== "proposed" && invitation.status !== "refused";
  const other = hosts.find((id) => ids.includes(id) && id !== invitedById);
  const me = isInvited ? invitedId : other;
  if (!me) return undefined;
  const { eventId, startsAt, endsAt, id: meetingId } = talk;
  const shown = [...new Set([...people, invitedId, invitedById])];
  const cardOf = await cardsOf(
    reader,
    shown.map((personId) => ({ eventId, personId })),
  );
  const [invited, inviter] = [cardOf(eventId, invitedId), cardOf(eventId, invitedById)];
  if (!invited || !inviter) return undefined;
  const zoneOf = await ownZones(reader, [me]);
  const [side] = await reader
    .select({ name: registrations.name, email: registrations.email })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.personId, me)));
  if (!side) return undefined;
  return {
    me: side,
    ...{ invitationId, meetingId, startsAt, endsAt },
    part: isInvited ? "invited" : "other",
    state: invitationState(invitation, talk, now),
    phase: meetingPhase(talk, now),
    ...{ invited: invited.partner, inviter: inviter.partner, event: invited.event },
    people: people.flatMap((id) => cardOf(eventId, id)?.partner ?? []),
    ownZone: zoneOf(eventId, me) ?? invited.event.timeZone,
  };
}

/** Invitations that wait for the viewer, in an event; as page addresses say them. */
export async function invitationsForMe(
  viewer: Actor,
  eventId: Id<"event">,
  now = clockNow(),
): Promise<MyInvitation[]> {
  const ids = await personsOf(db(), viewer);
  if (ids.length === 0) return [];
  const rows = await db()
    .select({ id: talkInvitations.id })
    .from(talkInvitations)
    .innerJoin(meetings, eq(meetings.id, talkInvitations.meetingId))
    .where(
      and(
        eq(meetings.eventId, eventId),
        eq(talkInvitations.status, "offered"),
        inArray(talkInvitations.personId, ids),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(talkInvitations.id));
  const found = await Promise.all(rows.map(({ id }) => invitationToMe(viewer, id, now)));
  return found.flatMap((one) => (one && one.state === "offered" ? [one] : []));
}

/** Invitations that a person made or got, or that name them because they are in the talk. For commands, which have authorised. */
export async function invitationIdsOf(personId: PersonId, reader: Reader): Promise<Id<"talkInvitation">[]> {
  const isIn = reader
    .select({ id: meetingPeople.meetingId })
    .from(meetingPeople)
    .where(eq(meetingPeople.personId, personId));
  const rows = await reader
    .select({ id: talkInvitations.id })
    .from(talkInvitations)
    .where(
      or(
        eq(talkInvitations.personId, personId),
        eq(talkInvitations.invitedById, personId),
        inArray(talkInvitations.meetingId, isIn),
      ),
    );
  return rows.map(({ id }) => id);
}
