/**
 * Who may do what. The only file that answers that question.
 * Pure: the caller has already loaded the actor's grants and the resource's scope.
 */
import type { Id } from "@/lib/ids";
import type { Grant, Role, Seat } from "./grants";

export type Actor =
  | { type: "person"; personId: Id<"person">; grants: readonly Grant[]; seats: readonly Seat[] }
  | { type: "guest"; seats: readonly Seat[] }
  | { type: "system"; job: string }
  | { type: "webhook"; source: "livekit" };

/** What a rule may look at. Every resource names its network, so no rule can forget the tenant. */
export type Scope = {
  networkId: Id<"network"> | null;
  eventId?: Id<"event">;
  /** The people whom the row belongs to. */
  ownerIds?: readonly Id<"person">[];
  registrationId?: Id<"registration">;
  /** Who counts as a member at a members-only event; without it nobody who is merely a member does. */
  membersBy?: readonly MemberWay[];
  /** The actor's own place in the event's room, when the permission is about being there. */
  admitted?: "host" | "cohost" | "speaker" | "participant" | "viewer" | "unproven";
};

type Rule = (actor: Actor, scope: Scope) => boolean;

const anyone: Rule = () => true;
const system: Rule = (actor) => actor.type === "system" || actor.type === "webhook";

const owner: Rule = (actor, scope) =>
  actor.type === "person" && (scope.ownerIds ?? []).includes(actor.personId);

const seatHolder: Rule = (actor, scope) =>
  (actor.type === "guest" || actor.type === "person") &&
  actor.seats.some((seat) => seat.via === "mail" && seat.registrationId === scope.registrationId);

const holds =
  (...roles: readonly Role[]): Rule =>
  (actor, scope) =>
    actor.type === "person" &&
    scope.networkId !== null &&
    actor.grants.some(
      (grant) =>
        roles.includes(grant.role) &&
        grant.networkId === scope.networkId &&
        (grant.eventId === undefined || grant.eventId === scope.eventId),
    );

/** By a role in the network itself: what its partners may do in one event of it gives nothing here. */
const holdsInNetwork =
  (...roles: readonly Role[]): Rule =>
  (actor, scope) =>
    actor.type === "person" &&
    actor.grants.some(
      (grant) =>
        roles.includes(grant.role) && grant.networkId === scope.networkId && grant.eventId === undefined,
    );

/**
 * A member in one of the ways that count at this event: of its network, or of one that co-hosts it with access. Only a
 * proven person holds grants at all.
 */
const isMember: Rule = (actor, { networkId, eventId, membersBy = [] }) =>
  actor.type === "person" &&
  actor.grants.some(
    ({ role, by = "list", ...grant }) =>
      role === "member" &&
      grant.networkId === networkId &&
      (grant.eventId === undefined || grant.eventId === eventId) &&
      membersBy.includes(by),
  );

const admittedAs =
  (...roles: readonly NonNullable<Scope["admitted"]>[]): Rule =>
  (_actor, scope) =>
    scope.admitted !== undefined && roles.includes(scope.admitted);

const anyOf =
  (...rules: readonly Rule[]): Rule =>
  (actor, scope) =>
    rules.some((rule) => rule(actor, scope));

const organizes = holds("network_admin", "organizer");
const hosts = anyOf(organizes, holds("host", "cohost"));
/** Who sees an event's desk: whoever runs it, and who only looks on for the network. */
const sees = anyOf(hosts, holds("observer"));
const runsOffice = holdsInNetwork("network_admin", "organizer");
const owns = holdsInNetwork("network_admin");
/** Hosts by grant, and whoever they made host or co-host of the room. */
const moderators = anyOf(hosts, admittedAs("host", "cohost"));
const present = anyOf(hosts, admittedAs("host", "cohost", "speaker", "participant", "viewer", "unproven"));
const provenPresent = anyOf(hosts, admittedAs("host", "cohost", "speaker", "participant", "viewer"));

export const policy = {
  "person.signIn": anyone,
  "person.ensure": system,
  "person.update": owner,
  /** Taking all of one's own data away, and having it erased. The commands ask for a fresh sign-in as well. */
  "person.export": owner,
  "person.erase": owner,
  /** Whoever calls has shown the token that was mailed to the new address; the door reads it. */
  "person.proveEmail": anyone,
  /** What follows from it in each module, and after a backup was restored. */
  "person.forget": system,
  /** A network of its own, and its first owner: by whoever runs the installation, from its command line. */
  "network.found": system,
  "network.read": holdsInNetwork("network_admin", "organizer", "observer"),
  /** Who belongs to the network. */
  "members.manage": runsOffice,
  /** Who has which role in it and in its events, how the network looks, its legal texts and how long it keeps what. */
  "network.manage": owns,
  /** The scope's owner is the person of the address that was invited. */
  "role.accept": owner,
  /** Giving up one's own role; the scope's owner is whoever holds it. */
  "role.leave": owner,
  "event.create": organizes,
  "template.manage": organizes,
  /** A whole week at once, and taking one along as a file. */
  "series.plan": organizes,
  /** What a series says of itself, and which networks host it; the scope is its owner. */
  "series.manage": runsOffice,
  /** Saying yes or no for one's own network, and leaving again. */
  "series.host": runsOffice,
  "event.update": anyOf(organizes, holds("host")),
  "event.publish": anyOf(organizes, holds("host")),
  "event.cancel": anyOf(organizes, holds("host")),
  "event.run": anyOf(hosts, system),
  "form.edit": anyOf(organizes, holds("host")),
  "event.readDesk": sees,
  "event.readMembersOnly": anyOf(sees, holds("speaker"), isMember),
  /** Whom else the event belongs to: no partner hands on what it was given. */
  "event.share": runsOffice,
  "registration.create": anyone,
  "registration.read": anyOf(owner, seatHolder, hosts),
  "registration.update": anyOf(owner, seatHolder),
  "registration.cancel": anyOf(owner, seatHolder, organizes, system),
  "registration.prove": anyOf(owner, seatHolder, system),
  "registration.promote": anyOf(organizes, system),
  /** Who gets in by hand. */
  "registration.decide": organizes,
  /** Who gets in by the rule that the office has set. */
  "registration.admit": system,
  "registration.list": sees,
  /** Taking everybody's address away as a file is more than seeing the list while running the event. */
  "registration.export": organizes,
  /** Putting people on the list by hand or from a file, and the office's own words about them. */
  "registration.manage": organizes,
  /** Diet, access needs and the like: for the office, not for everybody who helps to run the event. */
  "answers.readSensitive": organizes,
  "seats.change": anyOf(organizes, holds("host")),
  /** An invitation stands for the office's yes, and so does dropping the need for one. */
  "seats.rules": organizes,
  "invitation.manage": organizes,
  "room.enter": present,
  "room.open": anyOf(moderators, system),
  "room.end": anyOf(moderators, system),
  "room.moderate": moderators,
  /** Whoever speaks, once no host has been there for a while; the command asks for that. */
  "room.takeOver": admittedAs("speaker"),
  "room.record": system,
  "round.manage": anyOf(moderators, system),
  "round.take": provenPresent,
  "talk.open": system,
  "chat.post": provenPresent,
  "chat.hide": moderators,
  /** Who may write to whom. */
  "chat.manage": moderators,
  /** Who writes down what is spoken. */
  "caption.manage": moderators,
  "hand.raise": provenPresent,
  "hand.manage": moderators,
  /** Preparing, launching, closing and sharing; the worker closes what is open when an event ends. */
  "poll.manage": anyOf(moderators, system),
  "poll.answer": provenPresent,
  /** In the notes or on the whiteboard of the room one is in; who only watches is refused by the command. */
  "sheet.write": provenPresent,
  /** Showing everybody what a breakout wrote or drew. */
  "sheet.share": moderators,
  "question.ask": provenPresent,
  "question.manage": moderators,
  /** Whoever calls has the address that is shown in the hall; the scope is found by it. */
  "question.askInHall": anyone,
  "listing.publish": owner,
  /** Whom one does not want to meet, and what organisations see nothing. */
  "person.block": owner,
  /** What an alliance calls its topics: each of its offices. */
  "taxonomy.manage": runsOffice,
  "entry.post": owner,
  "entry.postForNetwork": runsOffice,
  /** A person's entry is theirs, whose scope names no network; an office's is the office's. */
  "entry.change": anyOf(owner, runsOffice),
  "entry.contact": owner,
  "entry.moderate": runsOffice,
  "entry.export": runsOffice,
  /** When one can talk: marks in one event, and calendars that one brings along. */
  "availability.mark": anyOf(owner, seatHolder),
  /** „Passt nicht“: who is not to be suggested to one any more. */
  "suggestion.dismiss": anyOf(owner, seatHolder),
  "calendar.import": anyOf(owner, seatHolder),
  "calendar.refresh": system,
  "meeting.request": anyOf(owner, seatHolder),
  "meeting.withdraw": anyOf(owner, seatHolder, system),
  "meeting.answer": anyOf(owner, seatHolder),
  "meeting.counter": anyOf(owner, seatHolder),
  "meeting.edit": anyOf(owner, seatHolder),
  "meeting.write": anyOf(owner, seatHolder),
  /** For two others who asked for it; both are told. */
  "meeting.book": organizes,
  /** Whom somebody has to, would like to, or will not meet in an event. */
  "wish.state": anyOf(owner, seatHolder),
  /** Searching, changing and publishing a plan of everybody's talks. */
  "plan.make": organizes,
  "plan.run": system,
  "meeting.cancel": anyOf(owner, seatHolder, organizes, system),
  /** One of the two sides of a talk proposes a third, the other agrees, and who was invited comes. */
  "meeting.invite": anyOf(owner, seatHolder),
  "meeting.agree": anyOf(owner, seatHolder),
  "meeting.join": anyOf(owner, seatHolder),
  /** For somebody who does not come any more; whoever wants out of a talk cancels it, for themselves or for all. */
  "meeting.leave": system,
  "meeting.outcome": anyOf(owner, seatHolder),
  /** To another time, at which both are free; both are told. */
  "meeting.move": anyOf(owner, seatHolder, organizes),
  /** While the talk is on: giving up on who never came, talking on, and what stays of it between the two. */
  "meeting.attend": anyOf(owner, seatHolder),
  /** Who came to which talk, and saying so where what was seen is wrong: no partner's, as its report names its own people alone. */
  "meeting.correct": runsOffice,
  "talks.manage": anyOf(organizes, holds("host"), system),
  /** What came of an event's talks; of whom by name, the report itself decides. */
  "talks.report": organizes,
  "attendance.close": system,
  "attendance.read": organizes,
  /** How it goes while it is on, and who is missing; reminding these; the address of the wall in the hall. */
  "attendance.watch": hosts,
  "attendance.remind": hosts,
  "wall.manage": hosts,
  /** From how many minutes on somebody was there, in writing; that paper is the person's, and the office's. */
  "certificate.rule": anyOf(organizes, holds("host")),
  "certificate.issue": anyOf(owner, seatHolder, organizes),
  "feedback.give": anyOf(owner, seatHolder),
  /** What will be deleted when, and what was. */
  "retention.read": organizes,
  "calendar.share": owner,
  /** Writing to everybody of an event is as much as taking their addresses away. */
  "mails.manage": organizes,
  /**
   * Where a second person reads what goes to many, doing without: switching that off, and choosing the words of mails
   * that nobody reads before. Otherwise whoever wrote would only have to change the setting first.
   */
  "mails.waiveReview": owns,
  /** Whoever calls has shown the mailed token; the door reads it. */
  "mail.refuse": anyone,
  /** Letting people in: the door's list of names, scans, walk-ins. Nothing else of the event opens by it. */
  "attendance.checkIn": anyOf(hosts, holds("check_in")),
  "mail.deliver": system,
  "fact.dispatch": system,
  "demo.manage": system,
} satisfies Record<string, Rule>;

export type Permission = keyof typeof policy;

/** True when the actor may. Foreign and missing look alike: the kernel decides what to answer. */
export const can = (actor: Actor, permission: Permission, scope: Scope): boolean =>
  policy[permission](actor, scope);

const STAGE_ROLES = ["host", "cohost", "speaker"] as const;

/** The part a person plays in an event's room by grant alone; undefined for everybody who must register. */
export function stageRoleOf(actor: Actor, scope: Scope): (typeof STAGE_ROLES)[number] | undefined {
  if (organizes(actor, scope)) return "host";
  return STAGE_ROLES.find((role) => holds(role)(actor, scope));
}

/** Ways in which somebody counts as a member at an event: listed, by their mail's domain, or by asking the network. */
export const memberWays = ["list", "domain", "asking"] as const;
export type MemberWay = (typeof memberWays)[number];

type Entrance = { membersOnly: boolean; membersBy: readonly MemberWay[] };
/** A member in one of the ways that count here; with a code that lets one more in; signed in, so with a proven address. */
type Visitor = Record<"isMember" | "isInvited" | "isProven", boolean>;

/**
 * How somebody gets to an event and its form; undefined where to them it is as missing as one that does not exist. Who
 * comes by asking waits for the network's yes. A membership without proof is none, so `isMember` implies `isProven`.
 */
export function wayIn(
  { membersOnly, membersBy }: Entrance,
  { isMember, isInvited, isProven }: Visitor,
): "open" | "member" | "invited" | "asking" | undefined {
  if (!membersOnly) return "open";
  if (isMember && isProven) return "member";
  if (isInvited) return "invited";
  return membersBy.includes("asking") && isProven ? "asking" : undefined;
}
