/** The way into a room is shown this long before its event begins. */
const OPENS_EARLY_MS = 15 * 60_000;

type Timed = {
  status: "draft" | "published" | "live" | "ended" | "cancelled";
  startsAt: Date;
  endsAt: Date;
};

/** Whether to lead people to an event's room: while it is live, and from 15 minutes before its start to its end. */
export function isRoomOpen(event: Timed, now: Date): boolean {
  if (event.status === "live") return true;
  if (event.status !== "published") return false;
  return event.startsAt.getTime() - OPENS_EARLY_MS <= now.getTime() && now < event.endsAt;
}

/** Whether nothing about taking part can change any more. */
export const isEventOver = (event: Timed, now: Date): boolean =>
  event.status === "ended" ||
  event.status === "cancelled" ||
  (event.status !== "live" && event.endsAt <= now);
