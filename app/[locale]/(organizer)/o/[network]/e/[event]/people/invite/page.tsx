import { notFound } from "next/navigation";
import { z } from "zod";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { InviteForm } from "@/components/desk/invite-form";
import { InvitedTable } from "@/components/desk/invited-table";
import { titled } from "@/components/site/titled";
import { listInvited } from "@/domain/notifications/queries/invited";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: DeskParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "organizer")("invited.title"));

const pageNumber = z.coerce.number().int().min(1).max(1_000).catch(1);

/** A list of addresses to invite by mail, and what came of each. Query: `page` from 1. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/people/invite");
  const page = pageNumber.parse((await searchParams).page);
  const invited = await listInvited(viewer, { eventId: event.id, page, now: now() });
  if (!invited) notFound();
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="people" />
      <div className="stack gap-6 mt-4">
        <InviteForm eventId={event.id} locale={locale} />
        <InvitedTable {...{ invited, page, path, locale }} zone={event.timeZone} />
      </div>
    </DeskPage>
  );
}
