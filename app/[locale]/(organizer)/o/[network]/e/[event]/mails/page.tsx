import { notFound } from "next/navigation";
import { type DeskParams, deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { CircularForm } from "@/components/mails/circular-form";
import { CircularList } from "@/components/mails/circular-list";
import { HeldMails } from "@/components/mails/held-mails";
import { SettingsForm } from "@/components/mails/settings-form";
import { WordingList } from "@/components/mails/wording-list";
import { titled } from "@/components/site/titled";
import { listCirculars } from "@/domain/notifications/queries/circulars";
import { mailSettingsForDesk } from "@/domain/notifications/queries/settings";
import { answersToChooseBy } from "@/domain/registration/queries/by-answer";
import { listTags } from "@/domain/registration/queries/desk-list";
import { translator } from "@/lib/i18n/translator";

export const generateMetadata = titled((locale) => translator(locale, "organizer")("event.mails"));

/** What an organizer writes to the people of one event, and what the event writes to them by itself. */
export default async function Page({ params }: { params: DeskParams }) {
  const { locale, path, viewer, network, event, may } = await deskEvent(params, "/mails");
  const [circulars, settings, tags, answers] = await Promise.all([
    listCirculars(viewer, event.id),
    mailSettingsForDesk(viewer, event.id),
    listTags(viewer, event.id),
    answersToChooseBy(viewer, event.id),
  ]);
  if (!circulars || !settings) notFound();
  const segments = { tags, answers, isHybrid: event.seats.onsite !== null };
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead event={event} networkSlug={network.slug} locale={locale} current="mails" may={may} />
      <div className="deskcols">
        <div className="stack gap-6">
          <CircularList circulars={circulars} path={path} locale={locale} zone={event.timeZone} />
          <CircularForm eventId={event.id} {...{ segments, path, locale }} />
        </div>
        <div className="stack gap-6">
          <HeldMails eventId={event.id} startsAt={event.startsAt} {...{ settings, path, locale }} />
          <SettingsForm eventId={event.id} settings={settings} />
          <WordingList words={settings.words} path={path} locale={locale} />
        </div>
      </div>
    </DeskPage>
  );
}
