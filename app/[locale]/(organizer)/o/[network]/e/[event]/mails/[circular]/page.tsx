import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { deskEvent } from "@/auth/desk-doors";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { CircularForm } from "@/components/mails/circular-form";
import { CircularPreview } from "@/components/mails/circular-preview";
import { CircularSteps } from "@/components/mails/circular-steps";
import { circularContent } from "@/components/mails/circular-content";
import { renderMail } from "@/components/mails/render-mail";
import { circularValues, readerForPreview } from "@/domain/notifications/queries/circular-reader";
import {
  audienceCount,
  type CircularView,
  findCircular,
  listSampleReaders,
} from "@/domain/notifications/queries/circulars";
import { mailHostsOf } from "@/domain/notifications/queries/mailbox";
import { mailSettingsOf } from "@/domain/notifications/queries/settings";
import { isCircularEditable, isRefusable } from "@/domain/notifications/rules";
import type { Actor } from "@/domain/policy";
import { origin } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { idOf } from "@/lib/ids";

type PageProps = {
  params: Promise<{ locale: string; network: string; event: string; circular: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { robots: { index: false } };

/** The message as this person would read it. Its links lead to public pages: the real ones would give away the place. */
async function previewFor(viewer: Actor, circular: CircularView, as: unknown) {
  const chosen = idOf("registration").safeParse(as);
  const samples = await listSampleReaders(viewer, circular);
  const registrationId = chosen.success ? chosen.data : samples[0]?.id;
  const { eventId } = circular;
  const mail = registrationId && (await readerForPreview(viewer, { eventId, registrationId }));
  if (!mail) return { samples, registrationId: undefined, rendered: undefined };
  const hosts = await mailHostsOf(eventId);
  const page = `${origin()}${href(mail.locale, `/e/${mail.event.slug}`)}`;
  const content = circularContent({
    circular,
    refusable: isRefusable(circular, mail),
    reader: { locale: mail.locale, timeZone: mail.timeZone },
    event: mail.event,
    values: circularValues(mail, hosts),
    hosts,
    links: { button: page, registration: page, refuse: page },
    origin: origin(),
  });
  return { samples, registrationId, rendered: await renderMail(content) };
}

/** One message: what it says, how it looks for whom, and the steps to sending it. Query: `as`, a registration. */
export default async function Page({ params, searchParams }: PageProps) {
  const id = idOf("circular").safeParse((await params).circular);
  if (!id.success) notFound();
  const { locale, path, viewer, network, event } = await deskEvent(params, `/mails/${id.data}`);
  const circular = await findCircular(viewer, { eventId: event.id, circularId: id.data });
  if (!circular) notFound();
  const [preview, people, { review }] = await Promise.all([
    previewFor(viewer, circular, (await searchParams).as),
    audienceCount(circular),
    mailSettingsOf(event.id),
  ]);
  const back = `/o/${network.slug}/e/${event.slug}/mails`;
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <EventDeskHead event={event} networkSlug={network.slug} locale={locale} current="mails" mails />
      <div className="deskcols">
        <div className="stack gap-6">
          <CircularPreview {...preview} path={path} locale={locale} />
          {isCircularEditable(circular.state) ? (
            <CircularForm eventId={event.id} circular={circular} path={back} locale={locale} />
          ) : null}
        </div>
        <CircularSteps
          circular={circular}
          people={people}
          review={review}
          isAuthor={circular.authorId === viewer.personId}
          path={back}
          locale={locale}
        />
      </div>
    </DeskPage>
  );
}
