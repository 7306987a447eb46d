import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { currentActor, requirePerson } from "@/auth/session";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { MeetingPage } from "@/components/talks/meeting-page";
import { reasonsWith } from "@/domain/matchmaking/queries/listings";
import { findMyMeeting } from "@/domain/matchmaking/queries/meetings";
import { courseOf } from "@/domain/matchmaking/queries/talk-course";
import { guestsOf } from "@/domain/matchmaking/queries/talk-invitations";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; meetingId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "talks")("meeting.crumb"));

/** One agreed talk, for its people; for everybody else it does not exist. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, meetingId } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [actor, query, flash] = await Promise.all([currentActor(), searchParams, readFlash()]);
  const id = idOf("meeting").safeParse(meetingId);
  const meeting = id.success ? await findMyMeeting(actor, id.data) : undefined;
  const course = meeting && (await courseOf(actor, meeting.meetingId));
  if (!meeting || !course) {
    // Whoever signs in again comes back to what they had written; of which talks there are, a stranger hears nothing.
    await requirePerson(locale, `/me/talks/${encodeURIComponent(meetingId)}`);
    notFound();
  }
  const [reasons, guests] = await Promise.all([
    reasonsWith(actor, [meeting.partner.personId], meeting.event.id),
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
        reasons={reasons.get(meeting.partner.personId) ?? []}
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
