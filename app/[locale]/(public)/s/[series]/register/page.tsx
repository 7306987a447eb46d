import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { WeekForm } from "@/components/registration/week-form";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { seriesWords } from "@/domain/programme/labels";
import { findSeriesBySlug } from "@/domain/programme/queries";
import { knownPerson } from "@/domain/registration/queries/known-person";
import { weekOf } from "@/domain/registration/queries/week";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; series: string }> };

export const generateMetadata = titled((locale) => translator(locale, "series")("week.title"));

/**
 * The form of a series for one person: with their details where they are signed in, with what is for members where they
 * are one, and after a refused post with what was typed and ticked.
 */
export default async function Page({ params }: PageProps) {
  const { locale: language, series: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [actor, refused, series] = await Promise.all([currentActor(), readFlash(), findSeriesBySlug(slug)]);
  if (!series) notFound();
  const [known, week] = await Promise.all([
    knownPerson(actor),
    weekOf(actor, { seriesId: series.id, now: now() }),
  ]);
  const path = `/s/${slug}/register`;
  return (
    <SitePage locale={locale} path={path} current="series" signedIn={actor.type === "person"} unlisted>
      <div className="wrap section">
        <h1 className="mb-6">{seriesWords(series, locale).title}</h1>
        <WeekForm {...{ series, week, locale, refused, known }} />
      </div>
    </SitePage>
  );
}
