import type { Metadata } from "next";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDesk } from "@/components/desk/event-desk";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { countArrivals } from "@/domain/attendance/queries/door";
import { can } from "@/domain/policy";
import { listRegistrations } from "@/domain/registration/queries";
import { href } from "@/lib/i18n/href";

type PageProps = { params: DeskParams };

export const metadata: Metadata = { robots: { index: false } };

/** The desk of one event. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event } = await deskEvent(params, "");
  const people = (await listRegistrations(viewer, event.id)) ?? [];
  const active = people.filter((person) => person.status !== "cancelled");
  const counts = {
    unproven: active.filter((person) => !person.provenAt).length,
    talks: active.filter((person) => person.talksOptIn).length,
    arrived: event.place === null ? undefined : await countArrivals(viewer, event),
  };
  const mayCopy = can(viewer, "event.create", { networkId: network.id });
  const copyHref = mayCopy ? href(locale, `${path}/copy`) : undefined;
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <EventDeskHead event={event} networkSlug={network.slug} locale={locale} current="overview" />
      <EventDesk event={event} counts={counts} locale={locale} copyHref={copyHref} />
    </DeskPage>
  );
}
