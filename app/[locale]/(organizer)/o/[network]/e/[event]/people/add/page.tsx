import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { PeopleAdd } from "@/components/desk/people-add";
import { titled } from "@/components/site/titled";
import { can } from "@/domain/policy";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: DeskParams };

export const generateMetadata = titled((locale) => translator(locale, "organizer")("people.add.title"));

/** Puts somebody on the list of one event by hand. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/people/add");
  if (!can(viewer, "registration.manage", { networkId: event.networkId, eventId: event.id })) notFound();
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="people" />
      <PeopleAdd
        eventId={event.id}
        isHybrid={event.seats.onsite !== null}
        back={`/o/${network.slug}/e/${event.slug}/people`}
        locale={locale}
      />
    </DeskPage>
  );
}
