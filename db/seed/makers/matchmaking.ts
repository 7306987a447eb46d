import { rangeOf } from "@/db/columns";
import type {
  listings,
  meetingPeople,
  meetingRequestSlots,
  meetingRequests,
  meetings,
} from "@/db/schema/matchmaking";
import type { Id } from "@/lib/ids";
import { DAY, later } from "../timetable";

export type ListingRow = typeof listings.$inferInsert;
export type RequestRow = typeof meetingRequests.$inferInsert & { id: Id<"request"> };
export type SlotRow = typeof meetingRequestSlots.$inferInsert;
export type MeetingRow = typeof meetings.$inferInsert & { id: Id<"meeting"> };
export type MeetingPersonRow = typeof meetingPeople.$inferInsert;

export const SLOT_MINUTES = 20;

type RequestInput = {
  id: Id<"request">;
  eventId: Id<"event">;
  from: Id<"person">;
  to: Id<"person">;
  note: string;
  at: Date;
  status: "requested" | "accepted";
};

/** A request for a talk; it holds for 48 hours. */
export const requestRow = ({ from, to, at, ...rest }: RequestInput): RequestRow => ({
  ...rest,
  fromPersonId: from,
  toPersonId: to,
  expiresAt: new Date(at.getTime() + 2 * DAY),
  answeredAt: rest.status === "accepted" ? later(at, 25) : null,
  createdAt: at,
});

export const slotRow = (requestId: Id<"request">, startsAt: Date): SlotRow => ({
  requestId,
  startsAt,
  endsAt: later(startsAt, SLOT_MINUTES),
});

type PersonInput = {
  meeting: Pick<MeetingRow, "id" | "startsAt" | "endsAt">;
  personId: Id<"person">;
  outcome?: MeetingPersonRow["outcome"];
};

export const meetingPersonRow = ({ meeting, personId, outcome }: PersonInput): MeetingPersonRow => ({
  meetingId: meeting.id,
  personId,
  during: rangeOf(meeting),
  status: "accepted",
  outcome: outcome ?? null,
});
