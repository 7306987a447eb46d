import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { SitePage } from "@/components/site/site-page";
import { MeetingPage } from "@/components/talks/meeting-page";
import { NoTalks } from "@/components/talks/no-talks";
import { reasonsWith } from "@/domain/matchmaking/queries/listings";
import { findMyMeeting } from "@/domain/matchmaking/queries/meetings";
import { courseOf } from "@/domain/matchmaking/queries/talk-course";
import { guestsOf } from "@/domain/matchmaking/queries/talk-invitations";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; meetingId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "talks")("meeting.crumb") };
}

/** One agreed talk, for its people; for everybody else it does not exist. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, meetingId } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [actor, query, flash] = await Promise.all([currentActor(), searchParams, readFlash()]);
  const id = idOf("meeting").safeParse(meetingId);
  const meeting = id.success ? await findMyMeeting(actor, id.data) : undefined;
  const course = meeting && (await courseOf(actor, meeting.meetingId));
  if (actor.type !== "person" && !meeting) {
    // Whatever it is, and whether it is: whoever signs in sees what is theirs.
    const path = `/me/talks/${encodeURIComponent(meetingId)}`;
    return (
      <SitePage locale={locale} path={path} signedIn={false} unlisted>
        <NoTalks locale={locale} comeBackTo={href(locale, path)} />
      </SitePage>
    );
  }
  if (!meeting || !course) notFound();
  const [reasons, guests] = await Promise.all([
    reasonsWith(actor, [meeting.partner.personId]),
    guestsOf(actor, meeting.meetingId),
  ]);
  return (
    <SitePage
      locale={locale}
      path={`/me/talks/${meeting.meetingId}`}
      signedIn={actor.type === "person"}
      unlisted
    >
      <MeetingPage
        meeting={meeting}
        course={course}
        reasonsOf={() => reasons[meeting.partner.personId] ?? []}
        locale={locale}
        now={now()}
        guests={guests}
        me={actor.type === "person" ? actor.personId : undefined}
        refused={query.done ? undefined : flash}
        done={query.done}
      />
    </SitePage>
  );
}
