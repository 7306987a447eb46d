import { and, desc, eq } from "drizzle-orm";
import { shareCalendar } from "@/domain/calendar/commands/share-calendar";
import { calendarAddressOf, personalCalendarText } from "@/domain/calendar/queries/personal";
import type { Id } from "@/lib/ids";
import { db } from "../client";
import { mails } from "../schema/notifications";
import { personActor } from "./actors";

/** The calendar part of the newest mail of this kind about a registration or a talk; null for a mail without one. */
export async function partOf(subjectId: string, kind: string, to?: string): Promise<string | null> {
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

/** What a program reads at the address of a person's calendar. */
export async function personFeed(person: { id: Id<"person"> }): Promise<string> {
  const actor = personActor(person);
  await shareCalendar({ actor, input: { want: "open" } });
  const token = /\/p\/(.+)\.ics$/.exec((await calendarAddressOf(actor)) ?? "")?.[1] ?? "";
  return (await personalCalendarText(token)) ?? "";
}
