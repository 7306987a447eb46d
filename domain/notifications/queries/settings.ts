import "server-only";
import { eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { mailSettings } from "@/db/schema/notifications";
import { type Actor, can } from "@/domain/policy";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";

export type MailSettings = Omit<typeof mailSettings.$inferSelect, "eventId">;

const defaults: MailSettings = {
  dayBefore: true,
  hourBefore: true,
  liveNow: true,
  thanks: false,
  thanksDe: "",
  thanksEn: "",
  feedbackUrl: null,
  review: false,
};

/** Which mails an event sends by itself. For jobs and commands, which have asked already who may know. */
export async function mailSettingsOf(eventId: Id<"event">, reader: Reader = db()): Promise<MailSettings> {
  const [row] = await reader.select().from(mailSettings).where(eq(mailSettings.eventId, eventId));
  if (!row) return defaults;
  const { eventId: _id, ...settings } = row;
  return settings;
}

/** The same for the event's desk; undefined for everybody else. */
export async function mailSettingsForDesk(
  viewer: Actor,
  eventId: Id<"event">,
  reader: Reader = db(),
): Promise<MailSettings | undefined> {
  const scope = await eventScope(reader, eventId);
  return scope && can(viewer, "mails.manage", scope) ? mailSettingsOf(eventId, reader) : undefined;
}
