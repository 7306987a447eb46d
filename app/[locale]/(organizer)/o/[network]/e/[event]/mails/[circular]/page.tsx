import { notFound } from "next/navigation";
import { deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { CircularForm } from "@/components/mails/circular-form";
import { CircularSteps } from "@/components/mails/circular-steps";
import { MailPreview } from "@/components/mails/mail-preview";
import { NobodyToShow } from "@/components/mails/nobody-to-show";
import { circularPreview } from "@/components/mails/preview-content";
import { renderMail } from "@/components/mails/render-mail";
import { titled } from "@/components/site/titled";
import { circularValues, readerForPreview } from "@/domain/notifications/queries/circular-reader";
import {
  audienceCount,
  type CircularView,
  findCircular,
  listSampleReaders,
} from "@/domain/notifications/queries/circulars";
import { mailHostsOf } from "@/domain/notifications/queries/mailbox";
import { mailSettingsOf } from "@/domain/notifications/queries/settings";
import { isCircularEditable } from "@/domain/notifications/rules/circulars";
import { circularText } from "@/domain/notifications/rules/words";
import type { Actor } from "@/domain/policy";
import { answersToChooseBy } from "@/domain/registration/queries/by-answer";
import { listTags } from "@/domain/registration/queries/desk-list";
import { origin } from "@/lib/env";
import { namedLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";

type Query = Record<string, string | string[] | undefined>;
type PageProps = {
  params: Promise<{ locale: string; network: string; event: string; circular: string }>;
  searchParams: Promise<Query>;
};

export const generateMetadata = titled((locale) => translator(locale, "organizer")("event.mails"));

/** The message as a reader of it would get it; undefined where nobody is there to look at it with. */
async function previewFor(viewer: Actor, circular: CircularView, query: Query) {
  const chosen = idOf("registration").safeParse(query.as);
  const samples = await listSampleReaders(viewer, circular);
  const registrationId = chosen.success ? chosen.data : samples[0]?.id;
  const { eventId } = circular;
  const found = registrationId && (await readerForPreview(viewer, { eventId, registrationId }));
  if (!found) return undefined;
  const language = namedLocale(query.in) ?? found.locale;
  const reader = { ...found, locale: language };
  const hosts = await mailHostsOf(eventId);
  const values = circularValues(reader, hosts);
  const content = circularPreview({ circular, reader, values, hosts, origin: origin() });
  return { samples, registrationId, language, rendered: await renderMail(content) };
}

/** One message: what it says, how it looks for whom, and the steps to sending it. Query: `as`, a registration, and `in`, a language. */
export default async function Page({ params, searchParams }: PageProps) {
  const id = idOf("circular").safeParse((await params).circular);
  if (!id.success) notFound();
  const { locale, path, viewer, network, event, may } = await deskEvent(params, `/mails/${id.data}`);
  const circular = await findCircular(viewer, { eventId: event.id, circularId: id.data });
  if (!circular) notFound();
  const hasText = circularText(circular, locale).body !== "";
  const [preview, people, { review }, tags, answers] = await Promise.all([
    hasText ? previewFor(viewer, circular, await searchParams) : undefined,
    audienceCount(circular),
    mailSettingsOf(event.id),
    listTags(viewer, event.id),
    answersToChooseBy(viewer, event.id),
  ]);
  const segments = { tags, answers, isHybrid: event.seats.onsite !== null };
  const back = `/o/${network.slug}/e/${event.slug}/mails`;
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead event={event} networkSlug={network.slug} locale={locale} current="mails" may={may} />
      <div className="deskcols">
        <div className="stack gap-6">
          {preview ? <MailPreview {...preview} path={path} locale={locale} /> : null}
          {hasText && !preview ? <NobodyToShow /> : null}
          {isCircularEditable(circular.state) ? (
            <CircularForm eventId={event.id} {...{ circular, segments, locale }} path={back} />
          ) : null}
        </div>
        <CircularSteps
          circular={circular}
          {...{ people, hasText }}
          review={review}
          isAuthor={circular.authorId === viewer.personId}
          path={back}
          locale={locale}
        />
      </div>
    </DeskPage>
  );
}
