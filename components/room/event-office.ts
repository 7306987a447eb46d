import type { EventDetail } from "@/components/programme/event-views";
import { type Actor, can } from "@/domain/policy";

/** Pages of an event's desk, without language prefix; null where there is none, or for whom it does not open. */
export type EventOffice = {
  desk: string;
  report: string | null;
  numbers: string;
  mails: string | null;
  talksReport: string | null;
};

type OwnEvent = Pick<EventDetail, "id" | "networkId" | "slug"> & {
  /** The one that leads first. */
  networks: readonly { slug: string }[];
  talks: object | null;
};

/** Where whoever runs an event goes on once it is over; undefined for everybody else. */
export function officeOf(
  viewer: Actor,
  { id: eventId, networkId, networks, slug, talks }: OwnEvent,
): EventOffice | undefined {
  const scope = { networkId, eventId };
  if (!can(viewer, "round.manage", scope) || !can(viewer, "event.readDesk", scope)) return undefined;
  const desk = `/o/${networks[0]?.slug}/e/${slug}`;
  const mayReport = talks !== null && can(viewer, "talks.report", scope);
  return {
    desk,
    report: can(viewer, "attendance.read", scope) ? `${desk}/report` : null,
    numbers: `${desk}/numbers`,
    mails: can(viewer, "mails.manage", scope) ? `${desk}/mails` : null,
    talksReport: mayReport ? `${desk}/talks-report` : null,
  };
}
