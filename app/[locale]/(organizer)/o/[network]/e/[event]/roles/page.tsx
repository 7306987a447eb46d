import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { EventRoles } from "@/components/office/event-roles";
import { titled } from "@/components/site/titled";
import { rolesAtEvent } from "@/domain/alliance/queries/event-roles";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

export const generateMetadata = titled((locale) => translator(locale, "organizer")("event.roles"));

/** Who has which role at one event, and who is invited to one. */
export default async function Page({ params }: { params: DeskParams }) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/roles");
  const list = await rolesAtEvent(viewer, { eventId: event.id, networkId: network.id, now: now() });
  if (!list) notFound();
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="roles" />
      <EventRoles {...{ list, locale }} eventId={event.id} viewerId={viewer.personId} />
    </DeskPage>
  );
}
