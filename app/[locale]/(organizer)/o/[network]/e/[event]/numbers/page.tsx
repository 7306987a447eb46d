import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { EventNumbersView } from "@/components/desk/event-numbers";
import { titled } from "@/components/site/titled";
import { eventNumbers } from "@/domain/registration/queries/numbers";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";
import { dayKey } from "@/lib/time/format";

type PageProps = { params: DeskParams };

export const generateMetadata = titled((locale) => translator(locale, "organizer")("numbers.title"));

/** What can be counted of one event's list. */
export default async function Page({ params }: PageProps) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/numbers");
  const numbers = await eventNumbers(viewer, event.id);
  if (!numbers) notFound();
  const today = dayKey({ zone: event.timeZone, at: now() });
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead {...{ event, locale, may }} networkSlug={network.slug} current="numbers" />
      <EventNumbersView numbers={numbers} today={today} locale={locale} />
    </DeskPage>
  );
}
