import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { personActor } from "@/db/testing/actors";
import { shareCalendar } from "@/domain/calendar/commands/share-calendar";
import { calendarAddressOf, personalCalendarText } from "@/domain/calendar/queries/personal";
import type { Id } from "@/lib/ids";
import { writeRegistrationMail } from "../mails/registration";

/** The calendar part of the newest mail of this kind about a registration or a talk; null for a mail without one. */
async function partOf(subjectId: string, kind: string, to?: string): Promise<string | null> {
  const isTo = to === undefined ? undefined : eq(mails.toEmail, to);
  const [mail] = await db()
    .select()
    .from(mails)
    .where(and(eq(mails.subjectId, subjectId), eq(mails.kind, kind), isTo))
    .orderBy(desc(mails.createdAt))
    .limit(1);
  if (!mail) throw new Error(`no mail ${kind}`);
  return mail.ics;
}

/** The calendar part of a mail that must have one. */
export async function icsOf(subjectId: string, kind: string, to?: string): Promise<string> {
  const ics = await partOf(subjectId, kind, to);
  if (ics === null) throw new Error(`no calendar part in ${kind}`);
  return ics;
}

export type RegistrationMailKind = Parameters<typeof writeRegistrationMail>[0];

/** Writes a mail about a registration and answers with its calendar part, if it has one. */
export async function partMailed(kind: RegistrationMailKind, id: Id<"registration">): Promise<string | null> {
  await writeRegistrationMail(kind, id, "fact");
  return partOf(id, kind);
}

/** The same of a mail that must have one. */
export async function mailed(kind: RegistrationMailKind, id: Id<"registration">): Promise<string> {
  await writeRegistrationMail(kind, id, "fact");
  return icsOf(id, kind);
}

/** What a program reads at the address of a person's calendar. */
export async function personFeed(person: { id: Id<"person"> }): Promise<string> {
  const actor = personActor(person);
  await shareCalendar({ actor, input: { want: "open" } });
  const token = /\/p\/(.+)\.ics$/.exec((await calendarAddressOf(actor)) ?? "")?.[1] ?? "";
  return (await personalCalendarText(token)) ?? "";
}
