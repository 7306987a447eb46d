import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { requirePerson } from "@/auth/session";
import { ProfilePage } from "@/components/account/profile-page";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { talkEventsOf } from "@/components/talks/talk-views";
import { listingOf, withTalkHours } from "@/domain/matchmaking/queries/listings";
import { pickFieldsAt } from "@/domain/matchmaking/queries/pick-fields";
import { talkProfileOf, visibleOf } from "@/domain/matchmaking/queries/profiles";
import { profileOf } from "@/domain/people/queries";
import { listMyRegistrations } from "@/domain/registration/queries";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const NOTHING_SAID = { needs: [], offers: [], sentence: "" };

export const generateMetadata = titled((locale) => translator(locale, "account")("profile.title"));

/** The signed-in person's own profile. Guests have none: their registrations say who they are. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const person = await requirePerson(locale, "/me/profile");
  const [profile, talk, registrations, query, refused] = await Promise.all([
    profileOf(person),
    talkProfileOf(person),
    listMyRegistrations(person),
    searchParams,
    readFlash(),
  ]);
  if (!profile) notFound();
  const withTalks = await withTalkHours(registrations.map(({ eventId }) => eventId));
  const at = now();
  // Who takes talks nowhere yet says for the next event what they seek; it counts in all events of its alliance.
  const event =
    talkEventsOf({ registrations, withTalks, now: at })[0] ??
    registrations.find(({ event: { endsAt } }) => endsAt > at)?.event;
  const [listing, fields] = event
    ? await Promise.all([listingOf(person, event.id), pickFieldsAt(event.id)])
    : [NOTHING_SAID, []];
  return (
    <SitePage locale={locale} path="/me/profile" current="me" signedIn>
      <ProfilePage
        profile={profile}
        listing={listing}
        talk={talk}
        preview={visibleOf(talk, listing.sentence)}
        fields={fields}
        event={event}
        zones={Intl.supportedValuesOf("timeZone")}
        locale={locale}
        done={query.done}
        refused={query.done ? undefined : refused}
      />
    </SitePage>
  );
}
