import { z } from "zod";
import { idOf } from "@/lib/ids";

/** What can happen to an event. `event.rescheduled` is a change of time or place: calendars have to hear of it. */
export const programmeFacts = [
  "event.created",
  "event.published",
  "event.changed",
  "event.rescheduled",
  "event.postponed",
  "event.cancelled",
  "event.started",
  "event.ended",
] as const;
export type ProgrammeFact = (typeof programmeFacts)[number];

export const eventPayload = z.object({ eventId: idOf("event") });

/** A network was asked to host a series, named as a host of an event, or given its desk: its owners are told. */
export const hostingOffered = "hosting.offered";
export const hostingOfferedPayload = z.object({
  networkId: idOf("network"),
  seriesId: idOf("series").optional(),
  eventId: idOf("event").optional(),
});

/** A series shows something else of itself: its words, its days, its look, or who hosts it. */
export const seriesChanged = "series.changed";
export const seriesChangedPayload = z.object({ seriesId: idOf("series") });
