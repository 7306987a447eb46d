import {
  listDueRegistrationMails,
  listDueTalkDays,
  listDueTalkReminders,
  type ReminderKind,
  type Reminding,
} from "@/domain/notifications/queries/reminders";
import { registrationReminders } from "@/domain/notifications/rules";
import { now } from "@/lib/time/clock";
import { deliverSoon } from "./mail-delivery";
import { PART, sumOfAll } from "./mails/parts";
import { writeRegistrationMails } from "./mails/registration";
import { writeTalkMails } from "./mails/talk";
import { writeTalkDay } from "./mails/talk-day";
import { writeThanks } from "./mails/thanks";

type Due = Awaited<ReturnType<typeof listDueRegistrationMails>>;

const remindings: readonly Reminding[] = [
  ...registrationReminders.map((beforeMs) => ({ kind: "registration.reminder" as const, beforeMs })),
  { kind: "registration.live" },
  { kind: "registration.thanks" },
];

const write = (kind: ReminderKind, due: Due): Promise<void> =>
  kind === "registration.thanks" ? writeThanks(due) : writeRegistrationMails(kind, due);

/**
 * Part after part until nobody is left. Each part is there as a whole or not at all, and the rows say who has a mail, so
 * a worker that dies in between loses and doubles nothing (R10).
 */
async function writeAll(reminding: Reminding, at: Date): Promise<number> {
  const written = new Set<string>();
  for (;;) {
    const due = await listDueRegistrationMails(reminding, { now: at, limit: PART });
    const fresh = due.filter(({ id }) => !written.has(id));
    // What was written and is still due will be so for ever; the next run may look again.
    if (fresh.length === 0) return written.size;
    await write(reminding.kind, fresh);
    for (const { id } of fresh) written.add(id);
    deliverSoon();
  }
}

async function writeTalks(at: Date): Promise<number> {
  const talks = await listDueTalkReminders(at);
  for (const { id, key } of talks) await writeTalkMails("meeting.reminder", id, key);
  if (talks.length > 0) deliverSoon();
  return talks.length;
}

async function writeTalkDays(at: Date): Promise<number> {
  const days = await listDueTalkDays(at);
  for (const day of days) await writeTalkDay(day);
  if (days.length > 0) deliverSoon();
  return days.length;
}

/**
 * Writes the reminders whose time has come. The rows say who got one, so running it twice writes nothing twice; a kind
 * that fails keeps no other from going out.
 */
export async function writeReminders(): Promise<number> {
  const at = now();
  return sumOfAll([
    () => writeTalks(at),
    () => writeTalkDays(at),
    ...remindings.map((reminding) => () => writeAll(reminding, at)),
  ]);
}
