import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { deskEvent } from "@/auth/desk-doors";
import type { PersonActor } from "@/auth/session";
import { DeskPage } from "@/components/desk/desk-page";
import { EventDeskHead } from "@/components/desk/event-desk-head";
import { MailPreview } from "@/components/mails/mail-preview";
import { wordedPreview } from "@/components/mails/preview-content";
import { renderMail } from "@/components/mails/render-mail";
import { WordingForm } from "@/components/mails/wording-form";
import { WordingList } from "@/components/mails/wording-list";
import { WordingTest } from "@/components/mails/wording-test";
import { titled } from "@/components/site/titled";
import { type WordedMail, wordedMails } from "@/domain/notifications/labels";
import {
  listEventReaders,
  readerForPreview,
  wordingLook,
} from "@/domain/notifications/queries/circular-reader";
import { mailSettingsForDesk } from "@/domain/notifications/queries/settings";
import { findPerson } from "@/domain/people/queries";
import { origin } from "@/lib/env";
import { namedLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { type Id, idOf } from "@/lib/ids";
import { now } from "@/lib/time/clock";

type Query = Record<string, string | string[] | undefined>;
type PageProps = {
  params: Promise<{ locale: string; network: string; event: string; mail: string }>;
  searchParams: Promise<Query>;
};

export const generateMetadata = titled((locale) => translator(locale, "mails")("words.title"));

type Asked = { eventId: Id<"event">; mail: WordedMail; query: Query };

/** With the first registration of the event, the one that was chosen, or the viewer's own name where nobody is there. */
async function previewFor(viewer: PersonActor, { eventId, mail, query }: Asked) {
  const chosen = idOf("registration").safeParse(query.as);
  const samples = await listEventReaders(viewer, eventId);
  const registrationId = chosen.success ? chosen.data : samples[0]?.id;
  const [looker, found] = await Promise.all([
    findPerson(viewer.personId),
    registrationId ? readerForPreview(viewer, { eventId, registrationId }) : undefined,
  ]);
  if (!looker) notFound();
  const locale = namedLocale(query.in) ?? found?.locale ?? looker.locale;
  const registration = found && { ...found, locale };
  const look = await wordingLook({ eventId, registration, person: { ...looker, locale } });
  if (!look) notFound();
  const content = wordedPreview({ ...look, mail, origin: origin(), now: now() });
  return { samples, registrationId: found?.id, language: locale, rendered: await renderMail(content) };
}

/** One of the event's own mails: its words, how it looks for whom, and a test. Query: `as`, a registration, and `in`, a language. */
export default async function Page({ params, searchParams }: PageProps) {
  const name = z.enum(wordedMails).safeParse((await params).mail);
  if (!name.success) notFound();
  const mail = name.data;
  const { locale, path, viewer, network, event, may } = await deskEvent(params, `/mails/words/${mail}`);
  const settings = await mailSettingsForDesk(viewer, event.id);
  if (!settings) notFound();
  const preview = await previewFor(viewer, { eventId: event.id, mail, query: await searchParams });
  const t = await getTranslations("mails.words");
  const { words, review, mayWaive } = settings;
  return (
    <DeskPage network={network} locale={locale} path={path} inOffice={may.office}>
      <EventDeskHead event={event} networkSlug={network.slug} locale={locale} current="mails" may={may} />
      <h2 className="text-xl">{t("one", { mail: t(`names.${mail}`) })}</h2>
      <div className="deskcols">
        <div className="stack gap-6">
          <WordingForm eventId={event.id} mail={mail} wording={words[mail]} mayChange={!review || mayWaive} />
          <MailPreview {...preview} path={path} locale={locale} />
        </div>
        <div className="stack gap-6">
          <WordingTest eventId={event.id} mail={mail} />
          <WordingList
            words={words}
            path={`/o/${network.slug}/e/${event.slug}/mails`}
            locale={locale}
            current={mail}
          />
        </div>
      </div>
    </DeskPage>
  );
}
