import { eventRoleEnded, networkChanged, roleOffered } from "@/domain/alliance/events";
import { missingReminded } from "@/domain/attendance/events";
import { contactAnswered, helpOffered } from "@/domain/board/events";
import type { StoredFact, Subscriber } from "@/domain/kernel/outbox";
import { emailChanged, emailChangeRequested, signInRequested } from "@/domain/people/events";
import { hostingOffered, seriesChanged } from "@/domain/programme/events";
import { invitationsMailed } from "@/domain/registration/events";
import { publishForFact } from "@/realtime/publish";
import { admitProven } from "./admissions";
import { followForFact } from "./agenda-rooms";
import { enforceFact, muteAllForFact, muteForFact, stopShareForFact } from "./enforce";
import { noteRoleForFact } from "./event-roles";
import { deliverSoon, writeSoon } from "./mail-delivery";
import { mailContactAnswered, mailHelpOffered } from "./mails/board";
import { mailEmailChanged, mailEmailRequested } from "./mails/email-change";
import { mailHosting } from "./mails/hosting";
import { mailMissing } from "./mails/missing";
import { mailPlan } from "./mails/plan";
import { mailCalledOff, mailPostponed, mailRegistration, mailRescheduled } from "./mails/registration";
import { mailRoleOffer } from "./mails/role-offer";
import { mailSignIn } from "./mails/sign-in";
import { mailTalk } from "./mails/talk";
import { mailGuest, mailTalkPeople } from "./mails/talk-group";
import { mailContactShared, mailNudge } from "./mails/talk-notices";
import { mailMessage, mailRequest } from "./mails/talk-request";
import { mailTest, mailWordingTest } from "./mails/tests";
import { planNetworkingsSoon } from "./networkings";
import { shortenForFact } from "./offers";
import { bumpForFact, bumpForNetwork, bumpForSeries } from "./pages";
import { searchSoon } from "./plans";
import { closePollsForFact } from "./polls";
import { planHoursForFact } from "./talk-hours";
import { endTalksOfEvent } from "./talks-of-event";
import { endTalksOfLeavers, endTalksOfRegistration } from "./talks-of-registration";

/** Who writes a mail about which fact. */
const mailWriters: Record<string, (fact: StoredFact) => Promise<void>> = {
  "registration.confirmed": mailRegistration("registration.confirmed"),
  "registration.waiting": mailRegistration("registration.waiting"),
  "registration.promoted": mailRegistration("registration.promoted"),
  "registration.cancelled": mailRegistration("registration.cancelled"),
  "registration.repeated": mailRegistration("registration.repeated"),
  "registration.offered": mailRegistration("registration.offered"),
  "registration.expired": mailRegistration("registration.expired"),
  "registration.pending": mailRegistration("registration.pending"),
  "registration.declined": mailRegistration("registration.declined"),
  "registration.switched": mailRegistration("registration.switched"),
  "event.cancelled": mailCalledOff,
  "event.rescheduled": mailRescheduled,
  "event.postponed": mailPostponed,
  "meeting.requested": mailRequest("meeting.requested"),
  "meeting.edited": mailRequest("meeting.edited"),
  "meeting.countered": mailRequest("meeting.countered"),
  "meeting.written": mailMessage,
  "meeting.declined": mailRequest("meeting.declined"),
  "meeting.accepted": mailTalk("meeting.accepted"),
  "meeting.moved": mailTalk("meeting.moved"),
  "meeting.cancelled": mailTalk("meeting.cancelled"),
  "plan.published": mailPlan,
  "meeting.released": mailTalk("meeting.released"),
  "meeting.nudged": mailNudge,
  "meeting.contact_shared": mailContactShared,
  "meeting.guest_proposed": mailGuest("talkProposed"),
  "meeting.guest_invited": mailGuest("talkInvited"),
  "meeting.joined": mailTalkPeople("joined"),
  "meeting.left": mailTalkPeople("left"),
  "circular.tested": mailTest,
  "wording.tested": mailWordingTest,
  [emailChangeRequested]: mailEmailRequested,
  [emailChanged]: mailEmailChanged,
  [roleOffered]: mailRoleOffer,
  [hostingOffered]: mailHosting,
  [helpOffered]: mailHelpOffered,
  [contactAnswered]: mailContactAnswered,
  [missingReminded]: mailMissing,
  [signInRequested]: mailSignIn,
};

/** Codes to sign in with live for minutes: no long row of other mails may stand before them. */
export const signInKinds = [signInRequested];
/** Facts that cost a mail: they have lanes of their own, so that no open room waits for mails to be written. */
export const mailedKinds = Object.keys(mailWriters).filter((kind) => kind !== signInRequested);

/** Kinds after which a cached public page says something else. */
const PAGED = /^(?:event|form|registration|seats)\.|^room\.(?:opened|ended)$/;
/** Kinds after which LiveKit has to be told at once what somebody may do. */
const ENFORCED = new Set([
  "session.changed",
  "participant.changed",
  "participant.removed",
  "placement.changed",
  "hand.changed",
  "room.ended",
  "round.cancelled",
]);

const signals: Subscriber = { name: "signals", handle: publishForFact };
const pages: Subscriber = { name: "pages", handle: bumpForFact };
const networkPages: Subscriber = { name: "network-pages", handle: bumpForNetwork };
const seriesPages: Subscriber = { name: "series-pages", handle: bumpForSeries };
const enforce: Subscriber = { name: "enforce", handle: enforceFact };
const mutes: Subscriber = { name: "mutes", handle: muteForFact };
const mutesAll: Subscriber = { name: "mutes-all", handle: muteAllForFact };
const shares: Subscriber = { name: "shares", handle: stopShareForFact };
const talkHours: Subscriber = { name: "talk-hours", handle: planHoursForFact };
const offers: Subscriber = { name: "offers", handle: shortenForFact };
const retried: Subscriber = { name: "retried", handle: async () => deliverSoon() };
/** Both kinds of mails to many are written by one queue. */
const circulars: Subscriber = { name: "circulars", handle: async () => writeSoon() };
const plans: Subscriber = { name: "plans", handle: async () => searchSoon() };
const networkings: Subscriber = { name: "networkings", handle: async () => planNetworkingsSoon() };
const admissions: Subscriber = { name: "admissions", handle: admitProven };
const talks: Subscriber = { name: "talks", handle: endTalksOfRegistration };
const leavers: Subscriber = { name: "leavers", handle: endTalksOfLeavers };
const eventTalks: Subscriber = { name: "event-talks", handle: endTalksOfEvent };
/** Kinds after which an event does not take place when it was to. */
const MOVED = /^event\.(?:cancelled|postponed|rescheduled)$/;

const eventRoles: Subscriber = { name: "event-roles", handle: noteRoleForFact };
const polls: Subscriber = { name: "polls", handle: closePollsForFact };
const agendaRooms: Subscriber = { name: "agenda-rooms", handle: followForFact };
/** Kinds after which rooms of agenda items may have to be laid out anew. */
const AGENDA = new Set(["room.opened", "event.started", "event.changed", "event.rescheduled"]);

const are =
  (...kinds: readonly string[]) =>
  (kind: string) =>
    kinds.includes(kind);

/** Who does something about which kinds of facts, the quick ones first; the writers of mails come after them. */
const followers: readonly (readonly [heeds: (kind: string) => boolean, Subscriber])[] = [
  [(kind) => PAGED.test(kind), pages],
  [are(networkChanged), networkPages],
  [are(seriesChanged), seriesPages],
  [(kind) => ENFORCED.has(kind), enforce],
  [are(eventRoleEnded), eventRoles],
  [(kind) => AGENDA.has(kind), agendaRooms],
  [are("room.ended"), polls],
  [are("participant.muted"), mutes],
  [are("participants.muted"), mutesAll],
  [are("participant.share_stopped"), shares],
  [are("registration.cancelled"), talks],
  [
    are("meeting.accepted", "meeting.joined", "meeting.moved", "plan.published", "participant.removed"),
    leavers,
  ],
  [(kind) => MOVED.test(kind), eventTalks],
  [are("registration.proven"), admissions],
  [are("event.created", "event.rescheduled"), talkHours],
  [are("event.rescheduled"), offers],
  [are("circular.released", invitationsMailed), circulars],
  [are("mail.retried"), retried],
  [are("plan.asked"), plans],
  [are("networking.asked"), networkings],
];

/** Everybody who does something about a kind of fact, the quick ones first. */
export function subscribersOf(kind: string): readonly Subscriber[] {
  const write = mailWriters[kind];
  const mail: Subscriber[] = write
    ? [{ name: "mail", handle: async (fact) => write(fact).then(deliverSoon) }]
    : [];
  return [signals, ...followers.flatMap(([heeds, one]) => (heeds(kind) ? [one] : [])), ...mail];
}
