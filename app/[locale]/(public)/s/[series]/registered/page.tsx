import { notFound, redirect } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { currentActor } from "@/auth/session";
import { WeekAnswers } from "@/components/registration/week-answers";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { findSeriesBySlug } from "@/domain/programme/queries";
import { weekSaid } from "@/domain/registration/labels";
import { weekAnswers } from "@/domain/registration/queries/week";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: Promise<{ locale: string; series: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "series")("week.title"));

/** What became of each event that was ticked. The address says it, so a reload or the way back changes nothing. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, series: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [actor, series, query] = await Promise.all([currentActor(), findSeriesBySlug(slug), searchParams]);
  if (!series) notFound();
  const { answers, mine } = await weekAnswers(actor, weekSaid(query));
  if (answers.length === 0) redirect(href(locale, `/s/${slug}`));
  const path = `/s/${slug}/registered`;
  return (
    <SitePage locale={locale} path={path} current="series" signedIn={actor.type === "person"} unlisted>
      <WeekAnswers {...{ series, answers, mine, locale }} />
    </SitePage>
  );
}
