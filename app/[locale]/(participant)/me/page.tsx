import { redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { MyTasks } from "@/components/account/my-tasks";
import { MyWeek } from "@/components/account/my-week";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { ButtonLink } from "@/components/ui/button";
import { listNetworks } from "@/domain/alliance/queries";
import { officesOf, tasksOf } from "@/domain/alliance/queries/tasks";
import { calendarAddressOf } from "@/domain/calendar/queries/personal";
import { reasonsOfRequests, withTalkHours } from "@/domain/matchmaking/queries/listings";
import { listMyMeetings } from "@/domain/matchmaking/queries/meetings";
import { listMyRequests } from "@/domain/matchmaking/queries/requests";
import { profileOf } from "@/domain/people/queries";
import { listMyStage } from "@/domain/programme/queries/my-stage";
import {
  listMembersEvents,
  MEMBERS_WINDOW,
  MOST_FOR_MEMBERS,
} from "@/domain/programme/queries/visible-events";
import { listMyRegistrations } from "@/domain/registration/queries";
import { heldEvents } from "@/domain/registration/rules";
import { href } from "@/lib/i18n/href";
import { homeZone, localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "account")("week.title"));

/** `?members=` asks for more of the events that are for members only. */
const shownToMembers = z.coerce
  .number()
  .int()
  .min(MEMBERS_WINDOW)
  .max(MOST_FOR_MEMBERS)
  .catch(MEMBERS_WINDOW);

/** The week of whoever is signed in, or of the mailed links that this browser holds; else the sign-in page. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [actor, query, flash] = await Promise.all([currentActor(), searchParams, readFlash()]);
  const at = now();
  const [registrations, meetings, stage, requests, networks, profile, forMembers, calendar, tasks, offices] =
    await Promise.all([
      listMyRegistrations(actor),
      listMyMeetings(actor),
      listMyStage(actor, at),
      listMyRequests(actor),
      listNetworks(),
      profileOf(actor),
      listMembersEvents(actor, { now: at, limit: shownToMembers.parse(query.members) }),
      calendarAddressOf(actor),
      tasksOf(actor, at),
      officesOf(actor),
    ]);
  const signedIn = actor.type === "person";
  if (!signedIn && registrations.length === 0)
    redirect(href(locale, `/login?${new URLSearchParams({ next: href(locale, "/me") })}`));
  const held = heldEvents(registrations);
  const withTalks = await withTalkHours(registrations.map(({ eventId }) => eventId));
  const reasons = await reasonsOfRequests(actor, requests);
  const office =
    offices.length > 0 ? (
      <ButtonLink size="sm" variant="quiet" href={href(locale, "/o")}>
        {translator(locale, "organizer")("desk.office")}
      </ButtonLink>
    ) : null;
  return (
    <SitePage locale={locale} path="/me" current="me" signedIn={signedIn} actions={office} unlisted>
      <MyWeek
        registrations={registrations}
        meetings={meetings}
        stage={stage}
        requests={requests}
        reasonsOf={(requestId) => reasons.get(requestId) ?? []}
        forMembers={{ ...forMembers, events: forMembers.events.filter(({ id }) => !held.has(id)) }}
        withTalks={withTalks}
        networkOf={(id) => networks.find((network) => network.id === id)}
        signedIn={signedIn}
        me={actor.type === "person" ? actor.personId : undefined}
        tasks={<MyTasks {...{ tasks, offices, locale }} />}
        calendar={calendar}
        done={query.done}
        failure={query.done ? undefined : flash?.failure}
        locale={locale}
        zone={profile?.timeZone ?? homeZone}
        now={at}
      />
    </SitePage>
  );
}
