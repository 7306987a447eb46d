import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { PeopleExport } from "@/components/desk/people-export";
import { peopleFilter } from "@/components/desk/people-filter";
import { PeopleTable } from "@/components/desk/people-table";
import { PresenceNote } from "@/components/desk/presence-note";
import { presenceForDesk } from "@/domain/attendance/queries/desk";
import { can } from "@/domain/policy";
import { listRegistrations } from "@/domain/registration/queries";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: DeskParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { robots: { index: false } };

/** Everybody registered for one event. Query: `q`, `status` (confirmed, waiting, cancelled, unproven), `page` from 1. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale, path, viewer, network, event } = await deskEvent(params, "/people");
  const people = await listRegistrations(viewer, event.id);
  if (!people) notFound();
  const { minutes, total } = await presenceForDesk(viewer, { eventId: event.id, now: now() });
  const scope = { networkId: event.networkId, eventId: event.id };
  const mayExport = people.length > 0 && can(viewer, "registration.export", scope);
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <EventDeskHead event={event} networkSlug={network.slug} locale={locale} current="people" />
      <PresenceNote total={total} forgotten={event.seats.forgotten} />
      <PeopleTable
        people={people}
        presence={minutes}
        filter={peopleFilter.parse(await searchParams)}
        path={path}
        locale={locale}
        zone={event.timeZone}
      >
        {mayExport ? <PeopleExport eventId={event.id} path={path} locale={locale} /> : null}
      </PeopleTable>
    </DeskPage>
  );
}
