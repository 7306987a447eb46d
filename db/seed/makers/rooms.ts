import type { admissions, assignments, liveSessions, rooms, rounds } from "@/db/schema/rooms";
import type { Id } from "@/lib/ids";
import { later } from "../timetable";
import type { EventRow } from "./programme";
import type { RegistrationRow } from "./registration";

export type LiveSessionRow = typeof liveSessions.$inferInsert & { id: Id<"liveSession"> };
export type RoomRow = typeof rooms.$inferInsert & { id: Id<"room"> };
export type AdmissionRow = typeof admissions.$inferInsert & { id: Id<"admission"> };
export type RoundRow = typeof rounds.$inferInsert & { id: Id<"round"> };
export type AssignmentRow = typeof assignments.$inferInsert;

/** The live side of an event, opened at its start; ended with it when it is over. */
export const liveSessionRow = (id: Id<"liveSession">, event: EventRow): LiveSessionRow => ({
  id,
  eventId: event.id,
  mode: event.mode,
  opensAt: event.startsAt,
  endsAt: event.endsAt,
  openedAt: event.startsAt,
  endedAt: event.status === "ended" ? event.endsAt : null,
  createdAt: later(event.startsAt, -15),
});

/** The room where everybody meets. `lkName` is random: LiveKit must never see a name twice. */
export const mainRoomRow = (
  session: LiveSessionRow,
  { id, label, lkName }: Pick<RoomRow, "id" | "label" | "lkName">,
): RoomRow => ({
  id,
  liveSessionId: session.id,
  kind: "main",
  label,
  lkName,
  opensAt: session.opensAt,
  closedAt: session.endedAt,
});

export const admissionRow = (
  id: Id<"admission">,
  registration: RegistrationRow,
  role: AdmissionRow["role"] = "participant",
): AdmissionRow => ({
  id,
  eventId: registration.eventId,
  personId: registration.personId,
  registrationId: registration.id,
  displayName: registration.name,
  organisation: registration.organisation,
  role,
  createdAt: registration.createdAt,
});
