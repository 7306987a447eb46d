import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { readFlash } from "@/auth/flash";
import { currentActor, requirePerson } from "@/auth/session";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { AskPage } from "@/components/talks/ask-page";
import { talkEventsOf } from "@/components/talks/talk-views";
import { entryToAsk } from "@/domain/board/queries/readable";
import { withTalkHours } from "@/domain/matchmaking/queries/listings";
import { findTalkPartner } from "@/domain/matchmaking/queries/partners";
import { listMyRegistrations } from "@/domain/registration/queries";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const asked = z.object({
  event: z.string().optional().catch(undefined),
  with: z.string().optional().catch(undefined),
  entry: z.string().optional().catch(undefined),
  after: z.string().optional().catch(undefined),
});

export const generateMetadata = titled((locale) => translator(locale, "talks")("card.ask"));

/** Asking one person for a talk: `?event=slug&with=per_…`. People who take no talks are nowhere to be asked. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [actor, query, flash] = await Promise.all([currentActor(), searchParams, readFlash()]);
  const { event: slug, with: personId, entry: entryId, after } = asked.parse(query);
  const registrations = await listMyRegistrations(actor);
  const withTalks = await withTalkHours(registrations.map(({ eventId }) => eventId));
  const events = talkEventsOf({ registrations, withTalks, now: now() });
  const event = events.find((one) => one.slug === slug);
  const other = idOf("person").safeParse(personId);
  const partner =
    event && other.success
      ? await findTalkPartner(actor, { eventId: event.id, personId: other.data })
      : undefined;
  if (!event || !partner) {
    // Whoever signs in again comes back to what they had written.
    const back = `/me/talks/ask?${new URLSearchParams({ event: slug ?? "", with: personId ?? "" })}`;
    if (registrations.length === 0) await requirePerson(locale, back);
    redirect(href(locale, "/me/talks"));
  }
  const entry = entryId
    ? await entryToAsk(actor, { entryId, personId: partner.personId, now: now() })
    : undefined;
  const me = actor.type === "person" ? actor.personId : undefined;
  const refused = flash?.entered.toPersonId === partner.personId ? flash : undefined;
  return (
    <SitePage locale={locale} path="/me/talks" signedIn={actor.type === "person"} unlisted>
      <AskPage {...{ partner, event, me, locale, refused, entry }} isFollowUp={after !== undefined} />
    </SitePage>
  );
}
