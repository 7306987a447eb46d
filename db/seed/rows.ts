import { alliances, networkMembers, networks } from "@/db/schema/alliance";
import { eventRoles } from "@/db/schema/alliance-roles";
import { attendanceRecords } from "@/db/schema/attendance";
import type { entries } from "@/db/schema/board";
import { formQuestions } from "@/db/schema/forms";
import {
  listings,
  meetingPeople,
  meetingRequestSlots,
  meetingRequests,
  meetings,
  talkWindows,
} from "@/db/schema/matchmaking";
import { people } from "@/db/schema/people";
import {
  eventNetworks,
  events,
  type series,
  type seriesNetworks,
  sessionSpeakers,
  sessions,
  speakers,
} from "@/db/schema/programme";
import { answers, registrations, seatPlans } from "@/db/schema/registration";
import { admissions, assignments, liveSessions, participations, rooms, rounds } from "@/db/schema/rooms";
import type { MeetingRow } from "./makers/matchmaking";
import type { EventRow } from "./makers/programme";
import type { RegistrationRow } from "./makers/registration";

/** Tables that stay as they are when the demo's dates move. */
export const foundation = { alliances, networks, people, networkMembers, listings };

/** Tables whose rows hang on an event, parents first. */
export const programme = {
  events,
  eventNetworks,
  eventRoles,
  sessions,
  speakers,
  sessionSpeakers,
  seatPlans,
  formQuestions,
  registrations,
  answers,
  talkWindows,
  liveSessions,
  rounds,
  rooms,
  admissions,
  assignments,
  participations,
  attendanceRecords,
  meetingRequests,
  meetingRequestSlots,
  meetings,
  meetingPeople,
};

type Weeks = { series: typeof series; seriesNetworks: typeof seriesNetworks; entries: typeof entries };
type Tables = typeof foundation & Weeks & typeof programme;
export type TableName = keyof Tables;
/** Rows of the demo by table. Some are narrower than the table: the seed always gives their ids and times. */
export type Rows = {
  [Name in Exclude<TableName, "events" | "registrations" | "meetings">]: Tables[Name]["$inferInsert"][];
} & { events: EventRow[]; registrations: RegistrationRow[]; meetings: MeetingRow[] };

export const noRows = (): Rows => ({
  alliances: [],
  networks: [],
  people: [],
  networkMembers: [],
  listings: [],
  series: [],
  seriesNetworks: [],
  entries: [],
  events: [],
  eventNetworks: [],
  eventRoles: [],
  sessions: [],
  speakers: [],
  sessionSpeakers: [],
  seatPlans: [],
  formQuestions: [],
  registrations: [],
  answers: [],
  talkWindows: [],
  liveSessions: [],
  rooms: [],
  admissions: [],
  rounds: [],
  assignments: [],
  participations: [],
  attendanceRecords: [],
  meetingRequests: [],
  meetingRequestSlots: [],
  meetings: [],
  meetingPeople: [],
});
