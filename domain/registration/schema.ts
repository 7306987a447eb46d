import { z } from "zod";
import { cleanText } from "@/domain/people/rules";
import {
  emailAddress,
  localeName,
  mailDomains,
  organisationName,
  personName,
  plannedDomains,
  ticked,
  zoneName,
} from "@/domain/people/schema";
import { local } from "@/domain/programme/schema";
import { csvFormats } from "@/lib/csv/formats";
import { locales } from "@/lib/i18n/locales";
import { idOf } from "@/lib/ids";
import { MOST_AT_ONCE, MOST_TAGS } from "./rules";

export const attendances = ["online", "onsite"] as const;

/** As people copy it: with dashes and blanks, in capital letters, O for 0 and I or L for 1. An empty field is none. */
export const invitationCode = z
  .string()
  .max(100, "invitation_invalid")
  .transform((text) =>
    text
      .toLowerCase()
      .replace(/[^0-9a-z]/g, "")
      .replace(/o/g, "0")
      .replace(/[il]/g, "1"),
  );

export const listedTo = ["nobody", "participants", "public"] as const;

/** By the names of the form's fields. Which there are the event decides: `answersSchema` reads them under its lock. */
const postedAnswers = z.record(z.string(), z.unknown());

export const registerInput = z.object({
  eventId: idOf("event"),
  name: personName,
  email: emailAddress,
  organisation: organisationName.default(""),
  talksOptIn: ticked.default(false),
  attendance: z.enum(attendances).default("online"),
  invitation: invitationCode.default(""),
  locale: localeName.default("de"),
  timeZone: zoneName.default("Europe/Berlin"),
  answers: postedAnswers.default({}),
});

export const registerAgainInput = z.object({
  eventId: idOf("event"),
  /** The registration that the page was about: its person is meant. */
  registrationId: idOf("registration").optional(),
  /** The cached confirmation knows no registration, only the event that this browser has registered somebody for. */
  afterEventId: idOf("event").optional(),
  locale: localeName.default("de"),
});

export const registrationRef = z.object({ registrationId: idOf("registration") });

/** A form posts every field it shows; what is absent stays as it is. */
export const changeRegistrationInput = z.object({
  registrationId: idOf("registration"),
  name: personName.optional(),
  organisation: organisationName.optional(),
  talksOptIn: ticked.optional(),
  listed: z.enum(listedTo).optional(),
  /** Of the page on which somebody agrees; mails keep theirs. */
  locale: z.enum(locales).optional().catch(undefined),
  /** All of them, or none are meant: a box that is not ticked is not posted. */
  answers: postedAnswers.optional(),
});

const whole = z.coerce.number("whole_number").int("whole_number");
/** An empty field of a form means: none. What is neither has this problem. */
const orNone = <Schema extends z.ZodType>(schema: Schema, problem = "invalid") =>
  z.union([z.null(), z.literal("").transform(() => null), schema], problem);
const seatNumber = orNone(whole.min(1, "at_least_one").max(100_000, "too_many"), "whole_number");

export const changeCapacityInput = z.object({
  eventId: idOf("event"),
  /** Seats online; null or empty means no limit. */
  capacity: seatNumber,
  /** Seats on site; null or empty means that there are none. What is absent stays. */
  onsiteCapacity: seatNumber.optional(),
  waitlist: ticked.optional(),
});

/** Half a year: more is a slip of the finger. */
const hours = whole.max(4_380, "too_many");

export const changeSeatRulesInput = z.object({
  eventId: idOf("event"),
  approval: ticked,
  confirmMembers: ticked,
  confirmDomains: mailDomains,
  membersFirst: ticked,
  invitedFirst: ticked,
  invitationOnly: ticked,
  /** How long a free seat is offered; null or empty means that people move up at once. */
  offerHours: orNone(hours.min(1, "at_least_one"), "whole_number").default(null),
  /** So many hours before the start people can no longer switch between online and on site. */
  switchHours: hours.min(0, "at_least_zero").default(0),
});

const wholeHours = z.number("whole_number").int("whole_number").max(4_380, "too_many");
const seatCount = z
  .number("whole_number")
  .int("whole_number")
  .min(1, "at_least_one")
  .max(100_000, "too_many");

/** The seats of an event that is planned, and how they are given; as the same are called in a seat plan. */
export const plannedSeats = z.object({
  capacity: seatCount.nullable(),
  onsiteCapacity: seatCount.nullable().default(null),
  waitlist: z.boolean("invalid").default(true),
  approval: z.boolean("invalid").default(false),
  confirmMembers: z.boolean("invalid").default(false),
  confirmDomains: plannedDomains.default([]),
  membersFirst: z.boolean("invalid").default(false),
  invitedFirst: z.boolean("invalid").default(false),
  invitationOnly: z.boolean("invalid").default(false),
  offerHours: wholeHours.min(1, "at_least_one").nullable().default(null),
  switchHours: wholeHours.min(0, "at_least_zero").default(0),
});
export const openSeatsInput = plannedSeats.extend({ eventId: idOf("event") });

export const switchAttendanceInput = z.object({
  registrationId: idOf("registration"),
  attendance: z.enum(attendances),
});

export const promoteInput = z.object({ eventId: idOf("event") });

/** Somebody else, named by who is registered. */
export const registerColleagueInput = z.object({
  registrationId: idOf("registration"),
  name: personName,
  email: emailAddress,
  organisation: organisationName.default(""),
  attendance: z.enum(attendances).default("online"),
  locale: localeName.default("de"),
});

export const createInvitationInput = z.object({
  eventId: idOf("event"),
  label: organisationName.default(""),
  maxUses: whole.min(1, "at_least_one").max(10_000, "too_many"),
  /** By the clocks of the event, as a date field posts it; null or empty means until registration closes. */
  expiresLocal: orNone(local).default(null),
});
export const invitationRef = z.object({ invitationId: idOf("invitation") });

export const exportRegistrationsInput = z.object({
  eventId: idOf("event"),
  format: z.enum(csvFormats),
  locale: localeName.default("de"),
  /** With what was answered in confidence. */
  sensitive: ticked.default(false),
});

export const listStates = [
  "all",
  "pending",
  "confirmed",
  "waiting",
  "offered",
  "declined",
  "cancelled",
  "unproven",
  /** With a place, and without an answer to what is asked after it. */
  "unanswered",
] as const;
/** Online or on site, or both. */
export const listAttendances = ["all", ...attendances] as const;
export const listOrders = ["since", "name", "organisation", "email", "status"] as const;
export type ListOrder = (typeof listOrders)[number];

/** What a person types into a search or a label: one clean line, so that nothing in it upsets the database. */
const line = z.string().max(1_000).transform(cleanText);

/** Which part of an event's list is shown, as it stands in an address; unknown values fall back, never fail. */
export const listChoice = z.object({
  q: line.pipe(z.string().max(100)).catch(""),
  status: z.enum(listStates).catch("all"),
  attendance: z.enum(listAttendances).catch("all"),
  tag: line.pipe(z.string().max(40)).catch(""),
  /** One answer, as `answerIn` reads it. */
  answer: z.string().max(200).catch(""),
  sort: z.enum(listOrders).catch("since"),
  /** Newest first by time, A to Z by everything else, unless said otherwise. */
  dir: z.enum(["asc", "desc"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type ListChoice = z.output<typeof listChoice>;

const tagName = line.pipe(z.string().min(1, "required").max(40, "too_long"));

/** Tags as people write them into one field, with commas or semicolons between. */
export const tagList = z
  .string()
  .max(1_000, "too_long")
  .default("")
  .transform((text) => [...new Set(text.split(/[,;|]/).map(cleanText))].filter((tag) => tag !== ""))
  .pipe(z.array(tagName).max(MOST_TAGS, "too_many"));

/**
 * Rows that were ticked, as many as a page can show; or everybody whom a choice leaves, with the number that was seen of
 * them. Here nothing falls back: half a choice would mean far more people.
 */
const pickedShape = {
  eventId: idOf("event"),
  registrationIds: z.array(idOf("registration")).max(500, "too_many").default([]),
  everyone: z
    .object({
      q: line.pipe(z.string().max(100)),
      status: z.enum(listStates),
      attendance: z.enum(listAttendances),
      tag: line.pipe(z.string().max(40)),
      answer: z.string().max(200),
      seen: z.coerce.number().int().min(1).max(MOST_AT_ONCE, "too_many"),
    })
    .optional(),
};
export type Picked = z.output<z.ZodObject<Omit<typeof pickedShape, "eventId">>>;

function needsSomebody({ registrationIds, everyone }: Picked, context: z.RefinementCtx): void {
  if (registrationIds.length > 0 || everyone) return;
  context.addIssue({ code: "custom", path: ["registrationIds"], message: "nobody_picked" });
}

export const pickedInput = z.object(pickedShape).superRefine(needsSomebody);
export const decideManyInput = z
  .object({ ...pickedShape, decision: z.enum(["approve", "decline"]) })
  .superRefine(needsSomebody);
export const tagManyInput = z
  .object({ ...pickedShape, tag: tagName, change: z.enum(["add", "remove"]) })
  .superRefine(needsSomebody);

export const addRegistrationInput = z.object({
  eventId: idOf("event"),
  name: personName,
  email: emailAddress,
  organisation: organisationName.default(""),
  attendance: z.enum(attendances).default("online"),
  tags: tagList,
  locale: localeName.default("de"),
});
