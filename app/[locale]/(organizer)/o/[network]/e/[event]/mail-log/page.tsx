import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { sendLogFilter } from "@/components/mails/send-log-filter";
import { SendLogTable } from "@/components/mails/send-log-table";
import { titled } from "@/components/site/titled";
import { sendLogOf } from "@/domain/notifications/queries/send-log";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: DeskParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "mails")("log.title"));

/** Every mail of an event and how it went. Query: `state` (queued, sent, failed, dropped), `page` from 1. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/mail-log");
  const filter = sendLogFilter.parse(await searchParams);
  const { state, page } = filter;
  const log = await sendLogOf(viewer, {
    eventId: event.id,
    state: state === "all" ? undefined : state,
    page,
  });
  if (!log) notFound();
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead event={event} networkSlug={network.slug} locale={locale} current="mailLog" may={may} />
      <SendLogTable
        log={log}
        filter={filter}
        eventId={event.id}
        path={path}
        locale={locale}
        zone={event.timeZone}
      />
    </DeskPage>
  );
}
