import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { PollsDesk } from "@/components/desk/polls-desk";
import { titled } from "@/components/site/titled";
import { pollsForDesk } from "@/domain/interaction/queries/polls";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";
import "@/components/polls/polls.css";

type PageProps = { params: DeskParams };

export const generateMetadata = titled((locale) => translator(locale, "polls")("title"));

/** An event's polls: prepared before it, with their results afterwards. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/polls");
  const told = await pollsForDesk(viewer, event.id, now());
  if (!told) notFound();
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="polls" />
      <PollsDesk {...{ event, locale, path, ...told }} />
    </DeskPage>
  );
}
