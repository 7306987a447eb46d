import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { TalkReport } from "@/components/desk/talk-report";
import { titled } from "@/components/site/titled";
import { eventTalkReport } from "@/domain/matchmaking/queries/talk-report";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: DeskParams };

export const generateMetadata = titled((locale) => translator(locale, "talkReport")("title"));

/** What was asked, agreed and held at one event, and what came of it. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/talks-report");
  const report = await eventTalkReport(viewer, event.id);
  if (!report || !event.talks) notFound();
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="talksReport" />
      <TalkReport {...{ report, locale, path }} action={`/api/events/${event.id}/talks-report`} />
    </DeskPage>
  );
}
