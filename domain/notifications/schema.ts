import { z } from "zod";
import { line, prose, ticked } from "@/domain/people/schema";
import { webPage } from "@/domain/programme/schema/materials";
import { idOf } from "@/lib/ids";
import { heldMails, mailKinds, typedKinds, type WordedMail, wordedMails } from "./labels";
import { unknownVariables } from "./rules/words";

const queuedMail = z.object({
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
  /** Where one post ends mails of this sort; only for what no registration needs. */
  unsubscribe: z.url().optional(),
  circularId: idOf("circular").optional(),
  /** How far apart news about the same thing go out; absent for mails that wait for no other. */
  pace: z.enum(["calm", "soon"]).optional(),
});
export const queueMailInput = queuedMail;
export type QueueMailInput = z.input<typeof queueMailInput>;

/** Mails that anybody can cause by typing an address take turns by address, so they never come in one go. */
export const queueMailsInput = z.object({
  mails: z
    .array(queuedMail)
    .min(1)
    .max(200)
    .refine((mails) => mails.every(({ kind }) => !typedKinds.includes(kind)), "typed_mail"),
});

export const claimMailsInput = z.object({ limit: z.int().min(1).max(100).default(20) });

export const recordDeliveryInput = z.object({
  mailId: idOf("mail"),
  outcome: z.enum(["sent", "later", "refused"]),
  error: z.string().max(200).optional(),
});

/** Boxes that are not ticked are not posted: on this form absence means no. */
export const changeMailSettingsInput = z.object({
  eventId: idOf("event"),
  dayBefore: ticked,
  hourBefore: ticked,
  liveNow: ticked,
  thanks: ticked,
  feedbackUrl: z.union([z.literal("").transform(() => null), z.null(), webPage]).default(null),
  review: ticked,
  hold: ticked,
});

export const decideHeldMailInput = z.object({
  eventId: idOf("event"),
  mail: z.enum(heldMails, "invalid"),
  decision: z.enum(["release", "hold"], "invalid"),
});

const wordingFields = {
  subjectDe: line(140).default(""),
  textDe: prose(2_000).default(""),
  subjectEn: line(140).default(""),
  textEn: prose(2_000).default(""),
};
type Wording = z.output<z.ZodObject<typeof wordingFields>>;

/** Beside the field: nobody is to be written "Hello {nmae}". */
function refuseUnknown(wording: Wording, context: z.RefinementCtx): void {
  for (const field of ["subjectDe", "textDe", "subjectEn", "textEn"] as const)
    if (unknownVariables(wording[field]).length > 0)
      context.addIssue({ code: "custom", path: [field], message: "unknown_variable" });
}

/** What one of an event's mails says in an organizer's words; empty fields keep ours. */
export const changeMailWordingInput = z
  .object({ eventId: idOf("event"), mail: z.enum(wordedMails, "invalid"), ...wordingFields })
  .superRefine(refuseUnknown);
export const testMailWordingInput = z.object({
  eventId: idOf("event"),
  mail: z.enum(wordedMails, "invalid"),
});

const wording = z.object(wordingFields).superRefine(refuseUnknown).optional();
/** By the mail. What is named here and unknown to this version is left out, as every key that comes later. */
export const mailWords = z.object({
  confirmed: wording,
  waiting: wording,
  offered: wording,
  promoted: wording,
  expired: wording,
  pending: wording,
  declined: wording,
  switched: wording,
  cancelled: wording,
  dayBefore: wording,
  hourBefore: wording,
  liveNow: wording,
  thanks: wording,
  rescheduled: wording,
  postponed: wording,
  calledOff: wording,
} satisfies Record<WordedMail, typeof wording>);

const switchedOn = z.boolean("invalid").default(true);
const switchedOff = z.boolean("invalid").default(false);

/** The mails of an event that is planned; what is absent is as Plenum does it by itself. */
export const plannedMails = z.object({
  dayBefore: switchedOn,
  hourBefore: switchedOn,
  liveNow: switchedOn,
  thanks: switchedOff,
  thanksDe: prose(2_000).default(""),
  thanksEn: prose(2_000).default(""),
  feedbackUrl: webPage.nullable().default(null),
  review: switchedOff,
  hold: switchedOff,
  words: mailWords.default({}),
});

export const openMailsInput = plannedMails.extend({ eventId: idOf("event") });

export const copyMailSettingsInput = z.object({ eventId: idOf("event"), fromEventId: idOf("event") });

/** In the order of the form; who may be written to is whoever ever stood on the list. */
export const circularStatuses = [
  "confirmed",
  "waiting",
  "offered",
  "pending",
  "declined",
  "cancelled",
] as const;
export const circularPresences = ["anyone", "attended", "absent", "unanswered"] as const;
export const circularAttendances = ["all", "online", "onsite"] as const;
export const circularPurposes = ["event", "news"] as const;
export const circularButtons = ["none", "room", "registration", "page"] as const;
const status = z.enum(circularStatuses);

const languages = [
  ["subjectDe", "bodyDe"],
  ["subjectEn", "bodyEn"],
] as const;

/** A message to a part of an event's people, in one language or both; without its id, a new one. */
export const saveCircularInput = z
  .object({
    eventId: idOf("event"),
    circularId: idOf("circular").optional(),
    purpose: z.enum(circularPurposes).default("event"),
    statuses: z
      .union([z.array(status), status.transform((one) => [one])], "required")
      .transform((all) => circularStatuses.filter((one) => all.includes(one)))
      .refine((all) => all.length > 0, "required"),
    presence: z.enum(circularPresences).default("anyone"),
    attendance: z.enum(circularAttendances).default("all"),
    tag: line(40).default(""),
    /** One answer, as the choice of the form names it; empty means whatever was answered. */
    answer: line(200).default(""),
    button: z.enum(circularButtons).default("none"),
    subjectDe: line(140).default(""),
    bodyDe: prose(8_000).default(""),
    subjectEn: line(140).default(""),
    bodyEn: prose(8_000).default(""),
  })
  .superRefine((texts, context) => {
    const problem = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    const written = languages.filter(([subject, body]) => texts[subject] !== "" || texts[body] !== "");
    for (const [subject, body] of written.length > 0 ? written : languages.slice(0, 1)) {
      for (const field of [subject, body]) {
        if (texts[field] === "") problem(field, "required");
        else if (unknownVariables(texts[field]).length > 0) problem(field, "unknown_variable");
      }
    }
  });

export const circularRef = z.object({ eventId: idOf("event"), circularId: idOf("circular") });
export const mailRef = z.object({ eventId: idOf("event"), mailId: idOf("mail") });

/** `off` ends the network's mails that no registration needs for this address; `on` takes that back. */
export const refuseMailsInput = z.object({
  networkId: idOf("network"),
  email: z.string().min(3).max(254),
  want: z.enum(["off", "on"]),
});

export const finishCircularInput = z.object({ circularId: idOf("circular") });

/** Local part of one of our Message-IDs, and an enhanced status code of the kind "for good" (RFC 3463). */
export const recordBounceInput = z.object({
  reference: z.string().regex(/^[0-9a-f]{40}$/),
  status: z.string().regex(/^5\.\d{1,3}\.\d{1,3}$/),
});
