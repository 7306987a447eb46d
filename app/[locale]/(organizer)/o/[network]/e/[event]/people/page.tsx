import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { PeopleExport } from "@/components/desk/people-export";
import { peopleFilter } from "@/components/desk/people-filter";
import { PeopleTable } from "@/components/desk/people-table";
import { PeopleWays } from "@/components/desk/people-ways";
import { PresenceNote } from "@/components/desk/presence-note";
import { titled } from "@/components/site/titled";
import { presenceForDesk } from "@/domain/attendance/queries/desk";
import { doorTimesOf } from "@/domain/attendance/queries/door";
import { questionsOf } from "@/domain/forms/queries";
import { stoppedAmong } from "@/domain/notifications/queries/bounces";
import { can } from "@/domain/policy";
import { answersToChooseBy } from "@/domain/registration/queries/by-answer";
import { deskNumbers, listForDesk, listTags } from "@/domain/registration/queries/desk-list";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: DeskParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "organizer")("event.people"));

/**
 * Everybody registered for one event, a page at a time. Query: `q`, `status` (confirmed, waiting, cancelled, unproven),
 * `attendance` (online, onsite), `tag`, `answer`, `sort` and `dir`, `cols`, `page` from 1.
 */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/people");
  const filter = peopleFilter.parse(await searchParams);
  const [list, numbers, tags, answers, questions] = await Promise.all([
    listForDesk(viewer, { eventId: event.id, choice: filter }),
    deskNumbers(viewer, event.id),
    listTags(viewer, event.id),
    answersToChooseBy(viewer, event.id),
    questionsOf(event.id),
  ]);
  if (!list) notFound();
  const registered = list.rows.map(({ id }) => id);
  const ids = event.seats.onsite === null ? [] : registered;
  const emails = list.rows.map(({ email }) => email);
  const [{ minutes, total }, doorTimes, stopped] = await Promise.all([
    presenceForDesk(viewer, { eventId: event.id, now: now(), registered }),
    doorTimesOf(viewer, { eventId: event.id, ids }),
    stoppedAmong(viewer, { eventId: event.id, emails }),
  ]);
  const scope = { networkId: event.networkId, eventId: event.id };
  const mayExport = numbers.all > 0 && can(viewer, "registration.export", scope);
  const mayManage = can(viewer, "registration.manage", scope);
  const mayOpen = can(viewer, "registration.read", scope);
  const hasSensitive =
    questions.some(({ sensitive }) => sensitive) && can(viewer, "answers.readSensitive", scope);
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="people" />
      <PresenceNote total={total} forgotten={event.seats.forgotten} />
      <PeopleTable
        eventId={event.id}
        {...{ list, tags, answers, doorTimes, stopped, mayManage, mayOpen, filter, path, locale }}
        isHybrid={event.seats.onsite !== null || filter.attendance !== "all"}
        presence={minutes}
        mailsPath={`/o/${network.slug}/e/${event.slug}/mails`}
        zone={event.timeZone}
      >
        {mayManage ? <PeopleWays path={path} locale={locale} /> : null}
        {mayExport ? <PeopleExport eventId={event.id} {...{ path, locale, hasSensitive }} /> : null}
      </PeopleTable>
    </DeskPage>
  );
}
