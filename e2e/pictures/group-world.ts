import { z } from "zod";
import { sql } from "../fixtures/database";
import { fileForm } from "../fixtures/file-form";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { talkOf } from "../fixtures/passing-time";
import { Visitor } from "../fixtures/visitor";
import { busyCalendar } from "../pages/talk-times";
import { TALK_EVENT } from "../pages/talks";
import { eventIdOf } from "../security/registering-over-http";
import { agrees, invites, says, type Talker, talker } from "./talk-people";

/** A talk of three, into which a fourth came and from which they went again. */
export async function groupWorld(people: Record<"earlier" | "absent" | "english", Talker>, slot: string) {
  const { earlier: host, absent: other, english: guest } = people;
  const left = await talker({ name: "Leonie Kraft", organisation: "Kraft Optik" });
  const group = await agrees(host, other, slot);
  for (const one of [guest, left]) {
    const invitation = await invites(host, group.id, one);
    await says(other, `talk-invitations/${invitation}/agree`, { answer: "yes" });
    await says(one, `talk-invitations/${invitation}/answer`, { answer: "yes" });
  }
  await says(left, `meetings/${group.id}/cancel`, { locale: "de" });
  return { host, left, group: await talkOf(host.email, other.email) };
}

/** A browser in which nobody is signed in, but the link of a request's mail was opened. */
export async function openedByMail({ email }: Talker): Promise<Visitor> {
  const mailed = new Visitor();
  const mail = await mailOfKind(email, "meeting.requested");
  await mailed.ask(new URL(linkIn(mail, "/t/")).pathname);
  return mailed;
}

/** An entry without a beginning, which nobody can understand. */
const broken = ["BEGIN:VEVENT", "UID:ohne-beginn@example.org", "SUMMARY:Ohne Beginn", "END:VEVENT"];

/** A file with an entry that could not be read, and a calendar at an address that does not answer any more. */
export async function bringCalendars({ visitor, personId }: Talker, busyAt: string): Promise<void> {
  const file = busyCalendar([{ from: new Date(busyAt), minutes: 20 }]).toString("utf8");
  const content = file.replace("END:VCALENDAR", [...broken, "END:VCALENDAR"].join("\r\n"));
  const fields = { eventId: await eventIdOf(TALK_EVENT), tentative: "busy", locale: "de" };
  const { status, text } = await visitor.ask("/api/me/calendars", {
    raw: fileForm({ name: "kalender.ics", content, fields }),
    headers: { accept: "application/json" },
  });
  if (status >= 400) throw new Error(`the calendar was refused: ${status} ${text.slice(0, 300)}`);
  await sql(
    z.object({}),
    `insert into calendar_imports (id, person_id, address, source, read_at, tried_at, failure)
     values ('imp_' || left(md5(random()::text), 24), $1, $2, $2, now() - interval '3 hours', now(), 'unreachable')`,
    [personId, "https://kalender.example.org/frei-und-belegt.ics"],
  );
}
