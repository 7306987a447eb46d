import { listDueRegistrationReminders, listDueTalkReminders } from "@/domain/notifications/queries/reminders";
import { now } from "@/lib/time/clock";
import { deliverSoon } from "./mail-delivery";
import { writeRegistrationMail } from "./mails/registration";
import { writeTalkMails } from "./mails/talk";

/** Writes the reminders whose time has come. The rows say who got one, so running it twice writes nothing twice. */
export async function writeReminders(): Promise<number> {
  const at = now();
  const [registrations, talks] = await Promise.all([
    listDueRegistrationReminders(at),
    listDueTalkReminders(at),
  ]);
  for (const { id, key } of talks) await writeTalkMails("meeting.reminder", id, key);
  for (const { id, key } of registrations) await writeRegistrationMail("registration.reminder", id, key);
  if (talks.length + registrations.length > 0) deliverSoon();
  return talks.length + registrations.length;
}
