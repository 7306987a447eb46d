import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { mailSettings } from "@/db/schema/notifications";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import { isSeatedIn } from "@/domain/programme/queries/seated";
import type { Id } from "@/lib/ids";
import type { MailWords } from "../rules/words";
import { mailWords } from "../schema";

type Row = typeof mailSettings.$inferSelect;
export type MailSettings = Omit<Row, "eventId" | "thanksDe" | "thanksEn" | "words"> & {
  /** What the event's mails say in the organizers' own words. */
  words: MailWords;
};

const defaults: MailSettings = {
  dayBefore: true,
  hourBefore: true,
  liveNow: true,
  thanks: false,
  feedbackUrl: null,
  review: false,
  hold: false,
  dayBeforeReleasedFor: null,
  thanksReleasedFor: null,
  words: {},
};

/** Thanks had texts before other mails had words, so its texts stand in columns of their own. */
function wordsIn({ words, thanksDe, thanksEn }: Row): MailWords {
  const stored = mailWords.safeParse(words).data ?? {};
  const subjects = stored.thanks ?? { subjectDe: "", subjectEn: "" };
  const thanks = { ...subjects, textDe: thanksDe, textEn: thanksEn };
  return Object.values(thanks).some((text) => text !== "") ? { ...stored, thanks } : stored;
}

/** Which mails an event sends by itself. For jobs and commands, which have asked already who may know. */
export async function mailSettingsOf(eventId: Id<"event">, reader: Reader = db()): Promise<MailSettings> {
  const [row] = await reader.select().from(mailSettings).where(eq(mailSettings.eventId, eventId));
  if (!row) return defaults;
  const { eventId: _id, thanksDe: _de, thanksEn: _en, words: _words, ...settings } = row;
  return { ...settings, words: wordsIn(row) };
}

/** Where an event asks what people thought of it, for whoever provably takes part; null for everybody else. */
export async function feedbackPageFor(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<string | null> {
  if (!(await isSeatedIn(reader, viewer, eventId))) return null;
  return (await mailSettingsOf(eventId, reader)).feedbackUrl;
}

export type DeskSettings = MailSettings & {
  /** Whether the viewer may do without the second person: see `mails.waiveReview`. */
  mayWaive: boolean;
};

/** The same for the event's desk; undefined for everybody else. */
export async function mailSettingsForDesk(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<DeskSettings | undefined> {
  const scope = await eventScope(reader, eventId);
  if (!scope || !can(viewer, "mails.manage", scope)) return undefined;
  return { ...(await mailSettingsOf(eventId, reader)), mayWaive: can(viewer, "mails.waiveReview", scope) };
}
