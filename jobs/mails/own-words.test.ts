import { and, eq } from "drizzle-orm";
import MailComposer from "nodemailer/lib/mail-composer";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { mailSettings, mails } from "@/db/schema/notifications";
import { organizerActor } from "@/db/testing/actors";
import { aMaterial } from "@/db/testing/agenda";
import { aNetwork, anEvent, anOrganizer, aRegistration } from "@/db/testing/makers";
import { changeMailWording } from "@/domain/notifications/commands/change-mail-wording";
import { findPerson } from "@/domain/people/queries";
import { mailOptions } from "@/lib/mail/message";
import { writeRegistrationMail, writeRegistrationMails } from "./registration";
import { mailWordingTest } from "./tests";
import { writeThanks } from "./thanks";

const words = {
  subjectDe: "Schön, {name}!",
  textDe: "Hallo {name} von {organisation}.\n\nWir sehen uns: {when}, {place}.",
  subjectEn: "Lovely, {name}!",
  textEn: "Hi {name} of {organisation}.",
};

async function scene() {
  const network = await aNetwork();
  const person = await anOrganizer(network);
  const actor = organizerActor(person, network);
  const event = await anEvent({ network, startsAt: new Date(Date.now() + 24 * 3_600_000) });
  const say = async (mail: string, wording: Partial<typeof words> = words) => {
    const result = await changeMailWording({ actor, input: { eventId: event.id, mail, ...wording } });
    if (!result.ok) throw new Error(result.failure.reason);
  };
  return { event, person, say };
}
const mailTo = async (toEmail: string, kind: string) => {
  const isIt = and(eq(mails.toEmail, toEmail), eq(mails.kind, kind));
  const [mail] = await db().select().from(mails).where(isIt);
  if (!mail) throw new Error("no mail was written");
  return mail;
};

describe("an event's own mails, as they are written", () => {
  it("say what the organizer says, in the reader's language, and keep links and calendar part", async () => {
    const { event, say } = await scene();
    await say("confirmed");
    const [de, en] = [
      await aRegistration(event, { name: "Anna", organisation: "Werk" }),
      await aRegistration(event, { name: "Ben", organisation: "Plant", locale: "en" }),
    ];
    for (const { id } of [de, en]) await writeRegistrationMail("registration.confirmed", id, "fact");
    const [anna, ben] = [
      await mailTo(de.email, "registration.confirmed"),
      await mailTo(en.email, "registration.confirmed"),
    ];
    expect([anna.subject, ben.subject]).toEqual(["Schön, Anna!", "Lovely, Ben!"]);
    expect(anna.text).toMatch(/Hallo Anna von Werk\.\n\nWir sehen uns: .+, Online, im Browser\./);
    expect(ben.text).toContain("Hi Ben of Plant.");
    for (const mail of [anna, ben]) {
      expect(mail.text).toMatch(/http\S+\/j\/\S+\?next=room/);
      expect(mail.ics).toContain("METHOD:REQUEST");
      expect(mail.html).toMatch(/href="[^"]+\/j\/[^"?]+"/);
    }
  });

  it("go to many in the same words, and leave the mails without own words as they were", async () => {
    const { event, say } = await scene();
    await say("calledOff", { textDe: "Leider ist {event} nicht möglich." });
    const people = [await aRegistration(event), await aRegistration(event)];
    await writeRegistrationMails(
      "event.cancelled",
      people.map(({ id }) => ({ id, key: "fact" })),
    );
    for (const { email } of people) {
      const mail = await mailTo(email, "event.cancelled");
      expect(mail.text).toContain(`Leider ist ${event.title} nicht möglich.`);
      expect(mail.subject).toContain(`Fällt aus: ${event.title}`);
      expect(mail.ics).toContain("METHOD:CANCEL");
    }
    const other = await aRegistration(event);
    await writeRegistrationMail("registration.repeated", other.id, "fact");
    expect((await mailTo(other.email, "registration.repeated")).subject).toContain("schon angemeldet");
  });

  it("remind a day and an hour before in different words", async () => {
    const { event, say } = await scene();
    await say("dayBefore", { subjectDe: "Morgen!" });
    await say("hourBefore", { subjectDe: "Gleich!" });
    const { id, email } = await aRegistration(event);
    await writeRegistrationMails("registration.reminder", [{ id, key: "day" }]);
    expect((await mailTo(email, "registration.reminder")).subject).toBe("Morgen!");
  });

  it("thank with the materials and the survey, and say nothing of materials where there are none", async () => {
    const { event, say } = await scene();
    await say("thanks", { textDe: "Danke, {name}." });
    const { id, email } = await aRegistration(event);
    await writeThanks([{ id, key: "once" }]);
    // Without a survey of the organizers' own, the page of the registration asks with one click.
    expect((await mailTo(email, "registration.thanks")).text).toMatch(
      /Rückmeldung geben: http\S+\/j\/\S+#my-feedback/,
    );
    const feedbackUrl = "https://example.org/umfrage";
    await db().update(mailSettings).set({ feedbackUrl }).where(eq(mailSettings.eventId, event.id));
    const [before, after] = [await aRegistration(event), await aRegistration(event, { name: "Anna" })];
    await writeThanks([{ id: before.id, key: "once" }]);
    expect((await mailTo(before.email, "registration.thanks")).text).not.toContain("Unterlagen");
    await aMaterial(event);
    await writeThanks([{ id: after.id, key: "once" }]);
    const { text, unsubscribe } = await mailTo(after.email, "registration.thanks");
    expect(text).toContain("Danke, Anna.");
    expect(text).toMatch(/Zu den Unterlagen: http\S+\/j\/\S+/);
    expect(text).toContain(`Rückmeldung geben: ${feedbackUrl}`);
    expect(unsubscribe).not.toBeNull();
  });

  it("S18, S20, S43: are text in one line of header, whoever is called what", async () => {
    const { event, say } = await scene();
    await say("confirmed", {
      subjectDe: "Hallo {name}\r\nBcc: v@x.test",
      textDe: "<b>{name}</b>\n\n{organisation}",
    });
    const name = "A\r\nBcc: w@x.test <img src=x onerror=alert(1)> {event}";
    const { id, email } = await aRegistration(event, { name, organisation: "http://evil.test {name}" });
    await writeRegistrationMail("registration.confirmed", id, "fact");
    const mail = await mailTo(email, "registration.confirmed");
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.html).not.toMatch(/<img src=x|<b>|evil\.test/);
    expect(mail.html).toContain("&lt;b&gt;");
    expect(mail.text).toContain("{event}");
    const options = mailOptions({
      ...{ dedupeKey: mail.dedupeKey, subject: mail.subject, html: mail.html, text: mail.text },
      from: { name: "Netz", address: "plenum@example.org" },
      to: { name: mail.toName, address: mail.toEmail },
    });
    const raw = await new Promise<string>((resolve, reject) =>
      new MailComposer(options)
        .compile()
        .build((error, built) => (error ? reject(error) : resolve(built.toString("utf8")))),
    );
    expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc/im);
    expect(options.envelope).toEqual({ from: "plenum@example.org", to: [email] });
  });
});

describe("the test of one of them", () => {
  it.each(["before anybody is registered", "with the data of the first registration"])(
    "comes %s",
    async (when) => {
      const { event, person, say } = await scene();
      await say("waiting", { subjectDe: "Geduld, {name}" });
      if (when !== "before anybody is registered") await aRegistration(event, { name: "Jemand anderes" });
      const found = await findPerson(person.id);
      const payload = { eventId: event.id, mail: "waiting", personId: person.id };
      const fact = { id: `fct_${crypto.randomUUID()}`, kind: "wording.tested", payload, at: new Date() };
      await mailWordingTest(fact);
      await mailWordingTest(fact);
      const written = await db().select().from(mails).where(eq(mails.eventId, event.id));
      expect(written).toMatchObject([
        { kind: "circular.test", toEmail: person.email, subject: `[Test] Geduld, ${found?.name}`, ics: null },
      ]);
      expect(written[0]?.text).toContain("Ihr Platz auf der Warteliste: 1");
      expect(written[0]?.text).not.toMatch(/\/j\/|token=/);
    },
  );
});
