import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { EntryPageView } from "@/components/board/entry-page";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { entryFor } from "@/domain/board/queries/entry";
import { sharedTalkEvents } from "@/domain/matchmaking/queries/shared-talks";
import { findSeriesBySlug } from "@/domain/programme/queries";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { acceptedEndings } from "@/lib/storage/file-type";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; series: string; entry: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// What people seek and offer is for people, not for search engines.
export const generateMetadata = titled((locale) => translator(locale, "board")("title"));

const asked = z.object({ done: z.string().max(20).optional().catch(undefined) });

/** One entry of a board. What the viewer may not read looks missing. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, series: slug, entry: entryId } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [actor, query, refused, series] = await Promise.all([
    currentActor(),
    searchParams,
    readFlash(),
    findSeriesBySlug(slug),
  ]);
  const at = now();
  const entry = series && (await entryFor(actor, { entryId, allianceId: series.allianceId, now: at }));
  if (!series || entry?.seriesSlug !== slug) notFound();
  const { done } = asked.parse(query);
  const talksIn = entry.state === "solved" ? [] : await sharedTalkEvents(actor, entry.by.personId, at);
  const me = actor.type === "person" ? actor.personId : undefined;
  return (
    <SitePage
      locale={locale}
      path={`/s/${slug}/board/${entry.id}`}
      current="series"
      signedIn={me !== undefined}
      unlisted
    >
      <EntryPageView
        {...{ series, entry, me, talksIn, locale, done }}
        accept={acceptedEndings}
        now={at}
        refused={done ? undefined : refused}
      />
    </SitePage>
  );
}
