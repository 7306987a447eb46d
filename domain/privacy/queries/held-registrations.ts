import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { eventFeedback } from "@/db/schema/attendance-afterwards";
import { formQuestions } from "@/db/schema/forms";
import { events } from "@/db/schema/programme";
import { invitations, registrations } from "@/db/schema/registration";
import { consents } from "@/db/schema/registration-consents";
import { answerText } from "@/domain/answers/rules";
import { wordingsOf } from "@/domain/forms/queries";
import { wordsIn } from "@/domain/forms/rules";
import { earlierAddressesOf } from "@/domain/people/queries/email-changes";
import { isForAddress } from "@/domain/people/queries/held-addresses";
import { givenBy } from "@/domain/registration/queries/given";
import { type Holder, isOf, registrationsOf } from "@/domain/registration/queries/of-person";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";
import type { Entry } from "../rules";

/** What the person's address was invited to by mail, and those they had before, as long as they had them. */
async function heldInvitations(reader: Reader, { personId, email }: Holder): Promise<Entry[]> {
  const addresses = [{ email }, ...(await earlierAddressesOf(personId, reader))];
  return reader
    .select({
      event: events.title,
      startsAt: events.startsAt,
      email: invitations.email,
      name: invitations.label,
      language: invitations.locale,
      askedAt: invitations.mailedAt,
      createdAt: invitations.createdAt,
    })
    .from(invitations)
    .innerJoin(events, eq(events.id, invitations.eventId))
    .where(isForAddress(addresses, invitations))
    .orderBy(asc(invitations.createdAt));
}

/** Places at events, with the office's own words about them. Who registered whom is about somebody else. */
export async function heldRegistrations(reader: Reader, holder: Holder): Promise<Entry[]> {
  const rows = await registrationsOf(holder, reader);
  const places = rows.map(({ registration: row, event }) => ({
    event: event.title,
    startsAt: event.startsAt,
    status: row.status,
    attendance: row.attendance,
    name: row.name,
    email: row.email,
    organisation: row.organisation,
    talks: row.talksOptIn,
    visibleTo: row.listed,
    language: row.locale,
    timeZone: row.timeZone,
    source: row.source,
    byColleague: row.registeredBy !== null,
    colleagues: row.colleagues,
    tags: row.tags.join(", "),
    createdAt: row.createdAt,
    provenAt: row.provenAt,
    confirmedAt: row.confirmedAt,
    cancelledAt: row.cancelledAt,
  }));
  return [...places, ...(await heldInvitations(reader, holder))];
}

/** What was answered, below the wording it was given to. */
export async function heldAnswers(reader: Reader, holder: Holder, locale: Locale): Promise<Entry[]> {
  const yes = translator(locale, "questions")("answers.yes");
  const entries: Entry[] = [];
  for (const { registration, event } of await registrationsOf(holder, reader))
    for (const { asked, value, version } of await givenBy(registration.id, reader))
      entries.push({
        event: event.title,
        question: wordsIn(asked.label, locale),
        answer: answerText(asked, value, { locale, yes }),
        version,
      });
  return [...entries, ...(await heldFeedback(reader, holder, locale))];
}

/** What somebody thought of events, each as a question that we asked. */
async function heldFeedback(reader: Reader, holder: Holder, locale: Locale): Promise<Entry[]> {
  const t = translator(locale, "privacy");
  const rows = await reader
    .select({ feedback: eventFeedback, event: events.title })
    .from(eventFeedback)
    .innerJoin(registrations, eq(registrations.id, eventFeedback.registrationId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(isOf(holder))
    .orderBy(asc(eventFeedback.givenAt));
  return rows.map(({ feedback: { score, note }, event }) => ({
    event,
    question: t("feedback.question"),
    answer: [t("feedback.score", { score }), note].filter((part) => part !== "").join(" · "),
  }));
}

/** Our own texts; everything else is a question of a form. */
function ownAgreement(what: string, locale: Locale): string | undefined {
  const t = translator(locale, "privacy");
  if (what === "talks") return t("agreements.talks");
  if (what === "listed.participants") return t("agreements.listedParticipants");
  return what === "listed.public" ? t("agreements.listedPublic") : undefined;
}

/** What was agreed to and taken back: to which text, in which language, when and how. */
export async function heldConsents(reader: Reader, holder: Holder, locale: Locale): Promise<Entry[]> {
  const rows = await reader
    .select({ consent: consents, event: events.title, kept: formQuestions.id })
    .from(consents)
    .innerJoin(registrations, eq(registrations.id, consents.registrationId))
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(formQuestions, eq(formQuestions.id, consents.what))
    .where(isOf(holder))
    .orderBy(asc(consents.seq));
  const wordings = await wordingsOf(
    rows.flatMap(({ kept }) => kept ?? []),
    reader,
  );
  return rows.map(({ consent, event }) => {
    const question = idOf("question").safeParse(consent.what).data;
    const asked = question && wordings(question, consent.textVersion);
    return {
      event,
      consent: asked ? wordsIn(asked.label, locale) : (ownAgreement(consent.what, locale) ?? consent.what),
      version: consent.textVersion,
      language: consent.locale,
      act: consent.act,
      how: consent.how,
      at: consent.at,
    };
  });
}
