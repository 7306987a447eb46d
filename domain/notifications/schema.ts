import { z } from "zod";
import { idOf } from "@/lib/ids";

/** Every mail Plenum sends by itself. */
export const mailKinds = [
  "registration.confirmed",
  "registration.waiting",
  "registration.promoted",
  "registration.cancelled",
  "registration.repeated",
  "registration.reminder",
  "registration.offered",
  "registration.expired",
  "registration.pending",
  "registration.declined",
  "registration.switched",
  "event.cancelled",
  "event.rescheduled",
  "signin.requested",
  "meeting.requested",
  "meeting.accepted",
  "meeting.declined",
  "meeting.cancelled",
  "meeting.reminder",
] as const;
export type MailKind = (typeof mailKinds)[number];

export const queueMailInput = z.object({
  /** One per transition: a redelivered fact finds its mail and queues nothing. */
  dedupeKey: z.string().min(3).max(200),
  kind: z.enum(mailKinds),
  subjectId: z.string(),
  to: z.object({ name: z.string(), email: z.string().min(3).max(254) }),
  locale: z.enum(["de", "en"]),
  eventId: idOf("event").nullable(),
  subject: z.string().min(1),
  html: z.string().min(1),
  text: z.string().min(1),
  calendar: z.object({ method: z.enum(["REQUEST", "CANCEL", "PUBLISH"]), ics: z.string() }).optional(),
});
export type QueueMailInput = z.input<typeof queueMailInput>;

export const claimMailsInput = z.object({ limit: z.int().min(1).max(100).default(20) });

export const recordDeliveryInput = z.object({
  mailId: idOf("mail"),
  outcome: z.enum(["sent", "later", "refused"]),
  error: z.string().max(200).optional(),
});
