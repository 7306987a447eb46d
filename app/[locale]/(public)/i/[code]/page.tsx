import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { EventPage } from "@/components/programme/event-page";
import { ConfirmationPage } from "@/components/registration/confirmation-page";
import { UsedInvitation } from "@/components/registration/used-invitation";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { questionsOf } from "@/domain/forms/queries";
import { materialsFor } from "@/domain/programme/queries/materials";
import { findInvited } from "@/domain/registration/queries/invitations";
import { knownPerson } from "@/domain/registration/queries/known-person";
import { clashesAmong } from "@/domain/registration/queries/week";
import { invitationCode } from "@/domain/registration/schema";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now as clockNow } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "mails")("log.kinds.invitation_sent"), {
  referrer: "same-origin",
});

const doneState = z.enum(["confirmed", "waiting", "pending"]);

/**
 * The event as whoever holds an invitation sees it, members-only events too, and what comes after its form. Opening it
 * uses nothing up: the form does. Who registered and who else is there stays with those who are in.
 */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, code: text } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const now = clockNow();
  const code = invitationCode.safeParse(text);
  const invited = code.success ? await findInvited(code.data, now) : undefined;
  if (!invited) notFound();
  const { event, isOpen } = invited;
  const [actor, refused, query] = await Promise.all([currentActor(), readFlash(), searchParams]);
  const page = { locale, path: `/i/${text}`, current: "events", unlisted: true } as const;
  const done = doneState.safeParse(query.done);
  // A code that lets nobody in any more shows the event to those who came in by it, and to nobody who types an address.
  const isIn = "seats" in actor && actor.seats.some(({ eventId }) => eventId === event.id);
  if (done.success && (isOpen || isIn)) {
    const again = { afterEventId: event.id };
    const held = new Set("seats" in actor ? actor.seats.map(({ eventId }) => eventId) : []);
    const clashes = await clashesAmong(event, held);
    return (
      <SitePage {...page}>
        <ConfirmationPage {...{ event, locale, now, again, clashes }} state={done.data} others={[]} />
      </SitePage>
    );
  }
  if (!isOpen) {
    return (
      <SitePage {...page}>
        <UsedInvitation event={event} locale={locale} />
      </SitePage>
    );
  }
  const [person, questions, materials] = await Promise.all([
    knownPerson(actor),
    questionsOf(event.id),
    materialsFor(actor, event.id, now),
  ]);
  // A personal invitation lets in the one address that it was mailed to.
  const known =
    person ?? (invited.email === null ? null : { name: "", email: invited.email, organisation: "" });
  const present = { people: [], others: 0 };
  return (
    <SitePage {...page}>
      <EventPage
        {...{ event, questions, materials, present, locale, now, refused, known }}
        also={[]}
        invitation={code.data}
      />
    </SitePage>
  );
}
