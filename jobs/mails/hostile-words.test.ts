import { and, eq, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { personActor, seatActor } from "@/db/testing/actors";
import { aDesk } from "@/db/testing/agenda";
import { aCircular } from "@/db/testing/circulars";
import { anEvent, aRegistration } from "@/db/testing/makers";
import { aTaker, aTalkEvent, slotAt } from "@/db/testing/talks";
import { answerRequest } from "@/domain/matchmaking/commands/answer-request";
import { requestMeeting } from "@/domain/matchmaking/commands/request-meeting";
import { saveCircular } from "@/domain/notifications/commands/save-circular";
import { registerColleague } from "@/domain/registration/commands/register-colleague";
import type { Id } from "@/lib/ids";
import { writeCirculars } from "../circulars";
import { writeRegistrationMail } from "./registration";
import { writeTalkMails } from "./talk";
import { mailRequest } from "./talk-request";

const BAIT = "Ihr Konto wurde gesperrt http://evil.test **klick**";

type Mail = typeof mails.$inferSelect;
const mailsTo = (email: string) => db().select().from(mails).where(eq(mails.toEmail, email));

/** What nobody's mail may hold, whatever people call themselves: a link, or text that mail programs make one. */
function expectHarmless(mail: Mail | undefined): void {
  if (!mail) throw new Error("no mail was written");
  for (const part of [mail.subject, mail.text, mail.html]) {
    expect(part, mail.kind).not.toMatch(/:\/\/evil|evil\.test|<(?:a|img|script)[^>]*evil/);
    expect(part, mail.kind).not.toContain("<strong>klick");
  }
  expect(mail.text, `${mail.kind} still says the name`).toContain("Ihr Konto wurde gesperrt");
}

describe("S44: a name that is bait", () => {
  it("stands in the mails of others as plain text that leads nowhere", async () => {
    const event = await aTalkEvent();
    const [ada, ben] = [await aTaker(event, { name: BAIT, organisation: BAIT }), await aTaker(event)];
    const asked = await requestMeeting({
      actor: personActor(ada.person),
      input: {
        ...{ eventId: event.id, toPersonId: ben.person.id, note: BAIT },
        slots: [slotAt(event, 1).toISOString()],
      },
    });
    if (!asked.ok) throw new Error(asked.failure.reason);
    const { requestId } = asked.value;
    const at = { kind: "meeting.requested", at: new Date() };
    await mailRequest("meeting.requested")({ ...at, id: "fct_1", payload: { requestId, eventId: event.id } });
    const answer = { requestId, answer: slotAt(event, 1).toISOString() };
    const answered = await answerRequest({ actor: personActor(ben.person), input: answer });
    if (!answered.ok || !answered.value.meetingId) throw new Error("not accepted");
    for (const kind of ["meeting.accepted", "meeting.reminder", "meeting.cancelled"] as const)
      await writeTalkMails(kind, answered.value.meetingId, "fact");
    const written = await mailsTo(ben.person.email);
    expect(written).toHaveLength(4);
    for (const mail of written) expectHarmless(mail);
    for (const { ics } of written) expect(ics ?? "").not.toMatch(/:\/\/evil|evil\.test/);
  });

  it("names the colleague who registers others, and is cut where it is too long", async () => {
    const event = await anEvent();
    const ada = await aRegistration(event, { name: `${BAIT} ${"x".repeat(200)}`.slice(0, 80) });
    const input = { registrationId: ada.id, name: "Ben", email: "ben.bait@example.org" };
    const made = await registerColleague({ actor: seatActor(ada), input });
    if (!made.ok) throw new Error(made.failure.reason);
    const id = await registrationOf("ben.bait@example.org");
    await writeRegistrationMail("registration.confirmed", id, "fact");
    const [mail] = await mailsTo("ben.bait@example.org");
    expectHarmless(mail);
    expect(mail?.text).not.toContain("x".repeat(80));
  });

  it("S18: is escaped in the mail to its own address, link and all", async () => {
    const event = await anEvent();
    const name = '<a href="http://evil.test">Gewinn</a><img src=x onerror=alert(1)>';
    const { id, email } = await aRegistration(event, { name });
    await writeRegistrationMail("registration.confirmed", id, "fact");
    const [mail] = await mailsTo(email);
    expect(mail?.html).toContain("&lt;a href=");
    expect(mail?.html).not.toMatch(/<img|href="http:\/\/evil/);
    expect(mail?.text).not.toContain("http://evil.test");
  });
});

async function registrationOf(email: string): Promise<Id<"registration">> {
  const [row] = await db()
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.email, email));
  if (!row) throw new Error("nobody was registered");
  return row.id;
}

const DOLLAR = "$";

describe("S43: words in braces", () => {
  it.each([
    "{event.__proto__}",
    "{{constructor.constructor('x')()}}",
    `${DOLLAR}{7*7}`,
    "{foo}",
    "{__proto__}",
    "{toString}",
  ])("%s is refused beside the field", async (word) => {
    const { event, actor } = await aDesk();
    const texts = { subjectDe: "Neues", bodyDe: `Guten Tag ${word}` };
    const result = await saveCircular({
      actor,
      input: { eventId: event.id, statuses: "confirmed", ...texts },
    });
    expect(result).toMatchObject({ failure: { fields: { bodyDe: ["unknown_variable"] } } });
  });

  it("stay what they are in a name, a title and an organisation", async () => {
    const name = `{event} {{7*7}} ${DOLLAR}{name}`;
    const { event, circular } = await aCircular({
      ...{ state: "sending", releasedAt: new Date(Date.now() + 60_000) },
      bodyDe: "Guten Tag {name} von {organisation}",
    });
    const { id, email } = await aRegistration(event, { name, organisation: "{name}" });
    await writeCirculars();
    const [mail] = await db().select().from(mails).where(eq(mails.circularId, circular.id));
    expect(mail?.text).toContain(`Guten Tag ${name} von {name}`);
    await writeRegistrationMail("registration.confirmed", id, "fact");
    const isOwn = and(eq(mails.toEmail, email), like(mails.kind, "registration.%"));
    const [own] = await db().select().from(mails).where(isOwn);
    expect(own?.text).toContain(name);
  });

  it("do not reach the language of our own texts from a title", async () => {
    const event = await anEvent({ title: "{when} {title, select, other {x}} <b>fett</b> '{name}'" });
    const { id, email } = await aRegistration(event);
    await writeRegistrationMail("registration.confirmed", id, "fact");
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toContain(event.title);
    expect(mail?.html).toContain("&lt;b&gt;fett&lt;/b&gt;");
  });
});
