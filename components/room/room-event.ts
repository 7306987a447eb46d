import type { EventDetail } from "@/components/programme/event-views";
import type { EventOffice } from "@/components/room/event-office";
import { parallelParts } from "@/domain/rooms/rules";
import type { RoomRole } from "@/domain/rooms/schema";

/** What the server says of the event before the room is asked: plain values, so that the page stays cheap. */
export type RoomEvent = {
  slug: string;
  title: string;
  mode: "stage" | "roundtable" | "forum";
  startsAt: string;
  endsAt: string;
  timeZone: string;
  network: { name: string; mark: string; colour: string | null };
  /** The role this visitor would enter with; null when the room does not know them yet. */
  role: RoomRole | null;
  /** Whether the minutes of people's presence are kept for the host's report. */
  recordsAttendance: boolean;
  /** Where this visitor is asked what they thought of the event; null where nobody asks them. */
  feedbackUrl: string | null;
  /** Of this visitor's place, for what they thought of it; null without a confirmed one that is provably theirs. */
  registrationId: string | null;
  /** Where whoever runs the event goes on once it is over; absent for everybody else. */
  office?: EventOffice | undefined;
  /** `track` only where several run at once, each in a room of its own. */
  agenda: readonly { title: string; track: string | null; startsAt: string; endsAt: string }[];
};

type Told = Pick<RoomEvent, "role" | "recordsAttendance" | "feedbackUrl" | "registrationId" | "office">;

/** What the room's pages need of an event; `role` is the part this visitor would play by grant. */
export function roomEventOf(event: EventDetail, told: Told): RoomEvent {
  const [lead] = event.networks;
  const ownRooms = new Set(parallelParts(event.agenda).flatMap(({ items }) => items.map(({ id }) => id)));
  return {
    slug: event.slug,
    title: event.title,
    mode: event.mode,
    startsAt: event.startsAt.toISOString(),
    endsAt: event.endsAt.toISOString(),
    timeZone: event.timeZone,
    network: { name: lead?.name ?? "", mark: lead?.mark ?? "", colour: lead?.colour ?? null },
    ...told,
    agenda: event.agenda.map(({ id, title, track, startsAt, endsAt }) => ({
      title,
      track: ownRooms.has(id) ? track : null,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}
