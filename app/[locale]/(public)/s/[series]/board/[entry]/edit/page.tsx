import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { requirePerson } from "@/auth/session";
import { EntryForm } from "@/components/board/entry-form";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { entryFor } from "@/domain/board/queries/entry";
import { writingFor } from "@/domain/board/queries/writing";
import { findSeriesBySlug } from "@/domain/programme/queries";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; series: string; entry: string }> };

export const generateMetadata = titled((locale) => translator(locale, "board")("form.changeTitle"));

/** Changing an entry, for its side alone. */
export default async function Page({ params }: PageProps) {
  const { locale: language, series: slug, entry: entryId } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/s/${slug}/board/${entryId}/edit`;
  const person = await requirePerson(locale, path);
  const [refused, series] = await Promise.all([readFlash(), findSeriesBySlug(slug)]);
  const entry = series && (await entryFor(person, { entryId, allianceId: series.allianceId, now: now() }));
  if (!series || !entry?.mayChange || entry.seriesSlug !== slug) notFound();
  const { fields, networks, events } = await writingFor(person, {
    seriesId: series.id,
    allianceId: series.allianceId,
  });
  return (
    <SitePage locale={locale} path={path} current="series" signedIn>
      <div className="wrap wrap--text section--tight stack gap-5">
        <h1>{translator(locale, "board")("form.changeTitle")}</h1>
        <EntryForm
          action={`/api/board/entries/${entry.id}`}
          {...{ series, entry, fields, networks, events, locale, refused }}
          isOffice={entry.by.personId === null}
          organisation=""
          until=""
          me={person.personId}
        />
      </div>
    </SitePage>
  );
}
