import { z } from "zod";
import { emailAddress, personName } from "@/domain/people/schema";
import { idOf } from "@/lib/ids";

export const closeInput = z.object({ eventId: idOf("event") });

const moment = z.iso.datetime({ offset: true, error: "invalid_time" }).transform((text) => new Date(text));

/** Somebody at the door: by the code they show, or chosen from the list. */
export const checkInInput = z
  .object({
    eventId: idOf("event"),
    code: z.string().max(500, "too_long").optional(),
    registrationId: idOf("registration").optional(),
    /** When it was scanned, if that was before it could be sent. */
    scannedAt: moment.optional(),
  })
  .refine(({ code, registrationId }) => (code === undefined) !== (registrationId === undefined), {
    path: ["code"],
    message: "required",
  });

export const undoCheckInInput = z.object({
  eventId: idOf("event"),
  registrationId: idOf("registration"),
  /** The entry that is meant: a newer one, of another door, stays. */
  at: moment,
});

/** The two fields of somebody who comes without having registered. */
export const walkInInput = z.object({
  eventId: idOf("event"),
  name: personName,
  email: emailAddress,
  scannedAt: moment.optional(),
});

const instantText = z.iso.datetime({ offset: true });

/** What a door answers a scanner that let somebody in. */
export const doorAnswer = z.object({
  /** `in`: just now; `already`: since `at`; `undone`: taken back at `at`, after this scan. */
  state: z.enum(["in", "already", "undone"]),
  registrationId: idOf("registration"),
  at: instantText,
  name: z.string(),
  organisation: z.string(),
});
export type DoorAnswer = z.infer<typeof doorAnswer>;

/** Where somebody stands who is on the list of a door. */
export const listedStandings = ["welcome", "on_waiting_list", "offer_not_taken", "not_decided"] as const;
export type ListedStanding = (typeof listedStandings)[number];

/** Everybody who comes on site, as a scanner keeps them for as long as its page is open. */
export const doorPeople = z.object({
  /** By the clock of the server: those of scanners may be wrong. */
  now: instantText,
  /** How many of those who came had not registered before. */
  walkIns: z.int(),
  people: z.array(
    z.object({
      id: idOf("registration"),
      name: z.string(),
      organisation: z.string(),
      standing: z.enum(listedStandings),
      arrival: z.object({ at: instantText, how: z.enum(["door", "online"]) }).nullable(),
    }),
  ),
});
export type DoorPeople = z.infer<typeof doorPeople>;

/** What is taken along for the door on paper. */
export const doorPapers = ["list", "badges"] as const;

export const exportDoorInput = z.object({
  eventId: idOf("event"),
  paper: z.enum(doorPapers),
  /** The one badge that is wanted, of somebody who came without. */
  only: idOf("registration").optional(),
  locale: z.enum(["de", "en"]).default("de"),
});
export type DoorPaper = z.output<typeof exportDoorInput>;

/** For so many people a document is drawn; longer ones the browser prints. */
export const MOST_ON_PAPER = 1000;
