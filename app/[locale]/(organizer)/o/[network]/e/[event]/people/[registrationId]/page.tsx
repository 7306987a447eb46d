import { notFound } from "next/navigation";
import { deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { PersonAnswers } from "@/components/desk/person-answers";
import { PersonCertificate } from "@/components/desk/person-certificate";
import { StoppedMails } from "@/components/mails/stopped-mails";
import { titled } from "@/components/site/titled";
import { openQuestions, questionsFor } from "@/domain/answers/rules";
import { certificateFor } from "@/domain/attendance/queries/certificate";
import { questionsOf } from "@/domain/forms/queries";
import { stoppedAmong } from "@/domain/notifications/queries/bounces";
import { findRegistration } from "@/domain/registration/queries";
import { answersOf } from "@/domain/registration/queries/given";
import { isHeld } from "@/domain/registration/rules";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; network: string; event: string; registrationId: string }>;
};

export const generateMetadata = titled((locale) => translator(locale, "organizer")("event.people"));

/** One person on an event's list, with the answers that the viewer may read. */
export default async function Page({ params }: PageProps) {
  const { registrationId } = await params;
  const { locale, path, viewer, network, event, may } = await deskEvent(params, `/people/${registrationId}`);
  const id = idOf("registration").safeParse(registrationId);
  const person = id.success ? await findRegistration(viewer, id.data) : undefined;
  if (person?.eventId !== event.id) notFound();
  const [answers, questions, stopped, certificate] = await Promise.all([
    answersOf(viewer, person.id),
    questionsOf(event.id),
    stoppedAmong(viewer, { eventId: event.id, emails: [person.email] }),
    certificateFor(viewer, { registrationId: person.id, now: now() }),
  ]);
  const asked = questionsFor(questions, { hasPlace: person.status === "confirmed" });
  const open = isHeld(person) ? openQuestions(asked, answers.given) : [];
  const list = path.slice(0, path.lastIndexOf("/"));
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="people" />
      {stopped.has(person.email) ? <StoppedMails eventId={event.id} email={person.email} /> : null}
      <PersonAnswers {...{ person, answers, open, list, locale }} />
      {certificate?.problem === undefined && certificate ? (
        <PersonCertificate registrationId={person.id} locale={locale} />
      ) : null}
    </DeskPage>
  );
}
