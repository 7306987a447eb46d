import { dayAfter } from "@/lib/time/days";

/** Seats and time. Pure: every rule takes `now`, and the counts as they are under the lock. */

export type Attendance = "online" | "onsite";
export type RegistrationStatus = "confirmed" | "waiting" | "offered" | "pending" | "declined" | "cancelled";

/** The seats of one kind: online and on site have a number and a waiting list each. */
export type SeatCounts = {
  capacity: number | null;
  confirmed: number;
  waiting: number;
  /** Held for whoever an open offer went to. */
  offered: number;
  waitlist: boolean;
};
export type Seating = "confirmed" | "waiting" | "full";

/** What a plan of seats counts. */
export type SeatColumns = {
  capacity: number | null;
  confirmed: number;
  waiting: number;
  offered: number;
  onsiteCapacity: number | null;
  onsiteConfirmed: number;
  onsiteWaiting: number;
  onsiteOffered: number;
  waitlist: boolean;
};

/** The seats of one kind in a plan. On site there are none unless the plan says how many. */
export function seatsOf(plan: SeatColumns, attendance: Attendance): SeatCounts {
  const { capacity, confirmed, waiting, offered, waitlist } = plan;
  if (attendance === "online") return { capacity, confirmed, waiting, offered, waitlist };
  return {
    capacity: plan.onsiteCapacity ?? 0,
    confirmed: plan.onsiteConfirmed,
    waiting: plan.onsiteWaiting,
    offered: plan.onsiteOffered,
    waitlist,
  };
}

export type CountColumn =
  | "confirmed"
  | "waiting"
  | "offered"
  | "onsiteConfirmed"
  | "onsiteWaiting"
  | "onsiteOffered"
  | "pending";

const onsiteColumns = {
  confirmed: "onsiteConfirmed",
  waiting: "onsiteWaiting",
  offered: "onsiteOffered",
} satisfies Partial<Record<RegistrationStatus, CountColumn>>;

/** Which count of its plan a registration stands in; undefined for one that is none of them any more. */
export function countedIn({
  status,
  attendance,
}: {
  status: RegistrationStatus;
  attendance: Attendance;
}): CountColumn | undefined {
  if (status === "declined" || status === "cancelled") return undefined;
  if (status === "pending") return "pending";
  return attendance === "onsite" ? onsiteColumns[status] : status;
}

/** Seats that can be given now; Infinity without a limit. An offered seat is not free. */
export const freeSeats = ({
  capacity,
  confirmed,
  offered,
}: Pick<SeatCounts, "capacity" | "confirmed" | "offered">): number =>
  capacity === null ? Number.POSITIVE_INFINITY : Math.max(0, capacity - confirmed - offered);

/** What the next person gets. Whoever waits comes first: nobody passes a waiting list by asking at the right moment. */
export function seatingOf(seats: SeatCounts): Seating {
  if (seats.waiting === 0 && freeSeats(seats) > 0) return "confirmed";
  return seats.waitlist ? "waiting" : "full";
}

/** How many people can be promoted from the waiting list now. */
export const promotable = (seats: SeatCounts): number => Math.min(seats.waiting, freeSeats(seats));

/** Whom the plan of an event trusts, and who goes first on its waiting list. */
export type SeatRules = {
  approval: boolean;
  confirmMembers: boolean;
  confirmDomains: readonly string[];
  membersFirst: boolean;
  invitedFirst: boolean;
};
/** What is known of whoever asks. What somebody merely typed is not: address and membership count once they are proven. */
export type Asker = {
  provenEmail: string | null;
  isMember: boolean;
  isInvited: boolean;
  /** Whether the event is for members only and they get to it by asking, see `wayIn`. */
  isAsking: boolean;
};

const domainOf = (email: string): string => email.slice(email.lastIndexOf("@") + 1);

/**
 * Whether the office is asked about a seat, and who goes first: 1 before 0. An invitation is the office's yes. Of who is no
 * member and may only ask it is asked in any case, whatever it does for members and whomever it trusts among them.
 */
export function admissionOf(
  rules: SeatRules,
  { provenEmail, isMember, isInvited, isAsking }: Asker,
): { asksOffice: boolean; priority: number } {
  const isProvenMember = provenEmail !== null && isMember;
  const isListed = provenEmail !== null && rules.confirmDomains.includes(domainOf(provenEmail));
  const isTrusted = isInvited || isListed || (rules.confirmMembers && isProvenMember);
  const isFirst = (rules.membersFirst && isProvenMember) || (rules.invitedFirst && isInvited);
  return { asksOffice: isAsking || (rules.approval && !isTrusted), priority: isFirst ? 1 : 0 };
}

const HOUR_MS = 3_600_000;
/** An offer that would end sooner is none: nobody would read it in time. */
const SHORTEST_OFFER_MS = HOUR_MS / 2;

/** Until when a seat that is free now is offered; undefined when whoever waits longest gets it at once. */
export function offerDeadline(
  offerHours: number | null,
  { now, startsAt }: { now: Date; startsAt: Date },
): Date | undefined {
  if (offerHours === null) return undefined;
  const until = Math.min(now.getTime() + offerHours * HOUR_MS, startsAt.getTime());
  return until - now.getTime() < SHORTEST_OFFER_MS ? undefined : new Date(until);
}

/** Whether an offer can still be taken. */
export const isOfferOpen = (
  { status, offeredUntil }: { status: RegistrationStatus; offeredUntil: Date | null },
  now: Date,
): boolean => status === "offered" && offeredUntil !== null && now < offeredUntil;

/** Whether it is too late to switch between online and on site. */
export const isSwitchClosed = (
  { switchHours, startsAt }: { switchHours: number; startsAt: Date },
  now: Date,
): boolean => startsAt.getTime() - switchHours * HOUR_MS <= now.getTime();

/** Whether an invitation lets one more person in. */
export const isInvitationOpen = (
  {
    uses,
    maxUses,
    expiresAt,
    revokedAt,
  }: { uses: number; maxUses: number; expiresAt: Date | null; revokedAt: Date | null },
  now: Date,
): boolean => uses < maxUses && revokedAt === null && (expiresAt === null || now < expiresAt);

/** What a registration is to the door: `welcome` for a seat on site, for all others why they do not simply go in. */
export type DoorStanding =
  | "welcome"
  | "seat_online"
  | "on_waiting_list"
  | "offer_not_taken"
  | "not_decided"
  | "registration_declined"
  | "registration_cancelled";

const doorStandings = {
  waiting: "on_waiting_list",
  offered: "offer_not_taken",
  pending: "not_decided",
  declined: "registration_declined",
  cancelled: "registration_cancelled",
} satisfies Record<Exclude<RegistrationStatus, "confirmed">, DoorStanding>;

/** How somebody stands who comes to the door of an event. */
export function atDoor({
  status,
  attendance,
}: {
  status: RegistrationStatus;
  attendance: Attendance;
}): DoorStanding {
  if (status !== "confirmed") return doorStandings[status];
  return attendance === "onsite" ? "welcome" : "seat_online";
}

/** Colleagues that one registration can bring along. */
export const MOST_COLLEAGUES = 10;

/** Who only asks to get to a members-only event brings nobody along to it. */
export const mayBring = ({ status }: { status: RegistrationStatus }, membersOnly: boolean): boolean =>
  !(membersOnly && status === "pending");

/** What was given back or declined counts as if it had never been; a place on the waiting list is held too. */
export const isHeld = ({ status }: { status: RegistrationStatus }): boolean =>
  status !== "cancelled" && status !== "declined";

/** Ids of the events that somebody is in. */
export const heldEvents = (
  mine: readonly (Parameters<typeof isHeld>[0] & { eventId: string })[],
): ReadonlySet<string> => new Set(mine.filter(isHeld).map(({ eventId }) => eventId));

/** As many people as one press can change: one transaction holds them all, and the facts of all are one statement. */
export const MOST_AT_ONCE = 10_000;

/** As many of the office's own words as one registration carries. */
export const MOST_TAGS = 20;

/** Those that are there and those that come, each once; the newest ones stay away where there are too many. */
export const mergedTags = (old: readonly string[], more: readonly string[]): string[] =>
  [...new Set([...old, ...more])].slice(0, MOST_TAGS);

/** Mails an hour that say "you are registered already" to one address, however often strangers type it. */
export const REPEATS_PER_HOUR = 5;

export type DayCount = { day: string; count: number };
/** As many days as the plot of a desk shows. */
export const PLOTTED_DAYS = 30;

/**
 * The days up to this one, those without anybody too, and how many came before them. Days are dates such as 2026-11-09,
 * already by the clock of the event: between them no clock can change any more.
 */
export function recentDays(counts: readonly DayCount[], until: string): { days: DayCount[]; before: number } {
  const known = new Map(counts.map(({ day, count }) => [day, count]));
  const days = Array.from({ length: PLOTTED_DAYS }, (_, at) => dayAfter(until, at - PLOTTED_DAYS + 1));
  const first = days[0] ?? until;
  const before = counts.reduce((sum, { day, count }) => sum + (day < first ? count : 0), 0);
  return { days: days.map((day) => ({ day, count: known.get(day) ?? 0 })), before };
}

/** Rows of the desk's list that stand on one page. */
export const PAGE_SIZE = 50;
