export type OpenEvent = {
  status: "draft" | "published" | "live" | "ended" | "postponed" | "cancelled";
  endsAt: Date;
  registrationOpensAt: Date | null;
  registrationClosesAt: Date | null;
};
type OutsideWindow = "not_open_yet" | "registration_closed";
export type ClosedReason = "event_cancelled" | "event_postponed" | "event_over" | OutsideWindow;

/**
 * Why nobody can register at this moment; undefined when registration is open. A draft looks like a missing event. Stricter than
 * `overReason` on purpose: what runs on past its planned end still goes on for who is in it, and takes nobody new.
 */
export function closedReason(event: OpenEvent, now: Date): ClosedReason | "missing" | undefined {
  if (event.status === "draft") return "missing";
  if (event.status === "cancelled") return "event_cancelled";
  if (event.status === "postponed") return "event_postponed";
  if (event.status === "ended" || event.endsAt <= now) return "event_over";
  if (event.registrationClosesAt && event.registrationClosesAt <= now) return "registration_closed";
  if (event.registrationOpensAt && event.registrationOpensAt > now) return "not_open_yet";
  return undefined;
}

export type ClosedForOffice = Exclude<ClosedReason, OutsideWindow> | "event_draft";

/**
 * Why not even the office can put somebody on the list; undefined while it can. Its own window does not bind it, but a
 * draft has no page that the mail could lead to.
 */
export function closedForOffice(event: OpenEvent, now: Date): ClosedForOffice | undefined {
  const closed = closedReason({ ...event, registrationOpensAt: null, registrationClosesAt: null }, now);
  if (closed === "missing") return "event_draft";
  return closed === "registration_closed" || closed === "not_open_yet" ? undefined : closed;
}
