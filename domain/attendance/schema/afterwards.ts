import { z } from "zod";
import { line, localeName, ticked } from "@/domain/people/schema";
import { csvFormats } from "@/lib/csv/formats";
import { idOf } from "@/lib/ids";

/** One click is enough; words may follow, and both can be changed. Words that nobody sends stay as they are. */
export const giveFeedbackInput = z.object({
  registrationId: idOf("registration"),
  score: z.coerce.number("required").int("invalid").min(1, "invalid").max(5, "invalid"),
  note: line(600).optional(),
});

export const issueCertificateInput = z.object({
  registrationId: idOf("registration"),
  locale: localeName.default("de"),
});

export const MOST_MINUTES = 6000;

/** A box that is not ticked is not posted: on this form absence means no. */
export const certificateRuleInput = z.object({
  eventId: idOf("event"),
  isOffered: ticked,
  minMinutes: z.coerce.number("required").int("invalid").min(1, "invalid").max(MOST_MINUTES, "invalid"),
});

/** `pdf` to print and hand on, the others for spreadsheets and programs. */
export const reportFiles = [...csvFormats, "json", "pdf"] as const;
export const exportReportInput = z.object({
  eventId: idOf("event"),
  format: z.enum(reportFiles),
  locale: localeName.default("de"),
});

export const remindMissingInput = z.object({ eventId: idOf("event") });

/** A new address makes the former one open nothing. */
export const setWallInput = z.object({ eventId: idOf("event"), wish: z.enum(["renew", "close"], "invalid") });
