import "server-only";
import { and, asc, eq, gt, inArray, ne, or, type SQL } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { networks } from "@/db/schema/alliance";
import { eventNetworks, events } from "@/db/schema/programme";
import { seatPlans } from "@/db/schema/registration";
import type { Id } from "@/lib/ids";

export type NetworkBadge = {
  id: Id<"network">;
  slug: string;
  name: string;
  mark: string;
  colour: string;
  logoId: Id<"file"> | null;
  logoAlt: string;
};
export type SeatPart = { capacity: number | null; confirmed: number; waiting: number; offered: number };
/** Seats online and on site together. */
export type SeatCount = SeatPart & {
  waitlist: boolean;
  /** Requests that the office has not decided yet. */
  pending: number;
  /** Confirmed registrations that are deleted by now, because the event is over for long enough. */
  forgotten: number;
  /** How people get a seat. */
  approval: boolean;
  confirmMembers: boolean;
  confirmDomains: string[];
  membersFirst: boolean;
  invitedFirst: boolean;
  invitationOnly: boolean;
  offerHours: number | null;
  switchHours: number;
  /** Both kinds by themselves; `onsite` is null where nobody can choose to come there. */
  online: SeatPart;
  onsite: SeatPart | null;
};
/** The states in which everybody may know of an event that is not for members only. */
export const PUBLIC_STATUSES = ["published", "live", "ended", "postponed", "cancelled"] as const;

/** What everybody may see, in lists and feeds as on its own page. */
export const isPublic = and(inArray(events.status, PUBLIC_STATUSES), eq(events.membersOnly, false));

/** The same as `isPast` of the rules, the other way round. */
export const isAhead = (now: Date): SQL | undefined =>
  or(inArray(events.status, ["live", "postponed"]), and(ne(events.status, "ended"), gt(events.endsAt, now)));

export type EventRow = typeof events.$inferSelect;

/** What lists of events, on pages and for programs, take of each. The lead network comes first. */
export type EventSummary = Pick<
  EventRow,
  | "id"
  | "slug"
  | "kind"
  | "mode"
  | "status"
  | "title"
  | "summary"
  | "description"
  | "language"
  | "topics"
  | "startsAt"
  | "endsAt"
  | "timeZone"
  | "registrationOpensAt"
  | "registrationClosesAt"
  | "place"
  | "networkId"
  | "seriesId"
  | "publishedAt"
  | "calendarSequence"
  | "calendarChangedAt"
> & { networks: NetworkBadge[]; seats: SeatCount };

const noPart: SeatPart = { capacity: null, confirmed: 0, waiting: 0, offered: 0 };
const noSeats: SeatCount = {
  ...noPart,
  waitlist: true,
  pending: 0,
  forgotten: 0,
  approval: false,
  confirmMembers: false,
  confirmDomains: [],
  membersFirst: false,
  invitedFirst: false,
  invitationOnly: false,
  offerHours: null,
  switchHours: 0,
  online: noPart,
  onsite: null,
};

type PlanRow = typeof seatPlans.$inferSelect;

/** The seats of a plan as pages show them: all together, and each kind. */
function seatCountOf(plan: PlanRow): SeatCount {
  const { capacity, confirmed, waiting, offered, onsiteCapacity } = plan;
  const { waitlist, pending, forgotten, approval, invitationOnly, offerHours, switchHours } = plan;
  const { confirmMembers, confirmDomains, membersFirst, invitedFirst } = plan;
  const online = { capacity, confirmed, waiting, offered };
  const onsite = {
    capacity: onsiteCapacity ?? 0,
    confirmed: plan.onsiteConfirmed,
    waiting: plan.onsiteWaiting,
    offered: plan.onsiteOffered,
  };
  return {
    capacity: capacity === null ? null : capacity + onsite.capacity,
    confirmed: confirmed + onsite.confirmed,
    waiting: waiting + onsite.waiting,
    offered: offered + onsite.offered,
    ...{ waitlist, pending, forgotten, approval, invitationOnly, offerHours, switchHours },
    ...{ confirmMembers, confirmDomains, membersFirst, invitedFirst },
    online,
    onsite: onsiteCapacity === null ? null : onsite,
  };
}

/** What of a network stands beside its events. */
export const badge = {
  id: networks.id,
  slug: networks.slug,
  name: networks.name,
  mark: networks.mark,
  colour: networks.colour,
  logoId: networks.logoId,
  logoAlt: networks.logoAlt,
};

async function hostsOf(reader: Reader, rows: readonly EventRow[]): Promise<Map<string, NetworkBadge[]>> {
  const ids = rows.map((row) => row.id);
  const leads = [...new Set(rows.map((row) => row.networkId))];
  if (ids.length === 0) return new Map();
  const [lead, others] = await Promise.all([
    reader.select(badge).from(networks).where(inArray(networks.id, leads)),
    reader
      .select({ eventId: eventNetworks.eventId, ...badge })
      .from(eventNetworks)
      .innerJoin(networks, eq(networks.id, eventNetworks.networkId))
      .where(and(inArray(eventNetworks.eventId, ids), eq(eventNetworks.shown, true)))
      .orderBy(asc(networks.name)),
  ]);
  const leadOf = new Map(lead.map((network) => [network.id, network]));
  const othersOf = Map.groupBy(others, ({ eventId }) => eventId);
  return new Map(
    rows.map((row) => {
      const first = leadOf.get(row.networkId);
      const more = (othersOf.get(row.id) ?? []).filter(({ id }) => id !== row.networkId);
      return [row.id, [...(first ? [first] : []), ...more.map(({ eventId: _, ...network }) => network)]];
    }),
  );
}

/** Rows of events with their hosts and seats, in the order given; two more queries however many there are. */
export async function summariesOf(reader: Reader, rows: readonly EventRow[]): Promise<EventSummary[]> {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const [hosts, plans] = await Promise.all([
    hostsOf(reader, rows),
    reader.select().from(seatPlans).where(inArray(seatPlans.eventId, ids)),
  ]);
  const seats = new Map(plans.map((plan) => [plan.eventId, seatCountOf(plan)]));
  return rows.map((row) => ({
    ...row,
    networks: hosts.get(row.id) ?? [],
    seats: seats.get(row.id) ?? noSeats,
  }));
}
