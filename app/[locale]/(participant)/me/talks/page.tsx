import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { readFlash } from "@/auth/flash";
import { currentActor, requirePerson } from "@/auth/session";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { NoTalks } from "@/components/talks/no-talks";
import { talkEventsOf } from "@/components/talks/talk-views";
import { TalksPage, talkTabs } from "@/components/talks/talks-page";
import { myTimes } from "@/domain/matchmaking/queries/availability";
import { reasonsOfRequests, withTalkHours } from "@/domain/matchmaking/queries/listings";
import { listMyMeetings } from "@/domain/matchmaking/queries/meetings";
import { listMyWishes } from "@/domain/matchmaking/queries/my-wishes";
import { listMyRequests } from "@/domain/matchmaking/queries/requests";
import { listDismissed, listSuggestions } from "@/domain/matchmaking/queries/suggestions";
import { invitationsForMe } from "@/domain/matchmaking/queries/talk-invitations";
import { listMyRegistrations } from "@/domain/registration/queries";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const chosen = z.object({
  event: z.string().optional().catch(undefined),
  tab: z.enum(talkTabs).catch("suggestions"),
  done: z.string().optional().catch(undefined),
});

export const generateMetadata = titled((locale) => translator(locale, "talks")("page.label"));

/** Talks of one event: `?event=slug&tab=suggestions|requests|plan`; without an event the next one with talks. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [actor, query, flash] = await Promise.all([currentActor(), searchParams, readFlash()]);
  const { event: slug, tab, done } = chosen.parse(query);
  const registrations = await listMyRegistrations(actor);
  const withTalks = await withTalkHours(registrations.map(({ eventId }) => eventId));
  const events = talkEventsOf({ registrations, withTalks, now: now() });
  const asked = events.find((one) => one.slug === slug);
  // Whose session has ended meanwhile signs in again, and comes back to what they had written.
  if (!asked && (slug !== undefined || registrations.length === 0))
    await requirePerson(
      locale,
      slug ? `/me/talks?${new URLSearchParams({ event: slug, tab })}` : "/me/talks",
    );
  const event = asked ?? events[0];
  const page = { locale, path: "/me/talks", signedIn: actor.type === "person", unlisted: true };
  if (!event) {
    return (
      <SitePage {...page}>
        <NoTalks locale={locale} />
      </SitePage>
    );
  }
  const [suggestions, requests, meetings, dismissed, wishes, invitations, times] = await Promise.all([
    listSuggestions(actor, event.id),
    listMyRequests(actor, event.id),
    listMyMeetings(actor, event.id),
    tab === "suggestions" ? listDismissed(actor, event.id) : [],
    tab === "suggestions" ? listMyWishes(actor, event.id) : [],
    invitationsForMe(actor, event.id),
    tab === "times" ? myTimes(actor, event.id) : undefined,
  ]);
  const reasons = await reasonsOfRequests(actor, requests);
  return (
    <SitePage {...page}>
      <TalksPage
        event={event}
        events={events}
        tab={tab}
        suggestions={suggestions}
        dismissed={dismissed}
        wishes={wishes}
        requests={requests}
        meetings={meetings}
        invitations={invitations}
        times={times}
        reasonsOf={(requestId) => reasons.get(requestId) ?? []}
        signedIn={page.signedIn}
        locale={locale}
        now={now()}
        me={actor.type === "person" ? actor.personId : undefined}
        refused={done ? undefined : flash}
        done={done}
      />
    </SitePage>
  );
}
