import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { readFlash } from "@/auth/flash";
import { requirePerson } from "@/auth/session";
import { EntryForm } from "@/components/board/entry-form";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { writingFor } from "@/domain/board/queries/writing";
import { proposedDay } from "@/domain/board/rules";
import { profileOf } from "@/domain/people/queries";
import { findSeriesBySlug } from "@/domain/programme/queries";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; series: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "board")("form.newTitle"));

const asked = z.object({ for: z.string().optional().catch(undefined) });

/** Writing an entry: for oneself, or with `?for=net_…` in the name of a network whose office one runs. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, series: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/s/${slug}/board/new`;
  const person = await requirePerson(locale, path);
  const [query, refused, series, profile] = await Promise.all([
    searchParams,
    readFlash(),
    findSeriesBySlug(slug),
    profileOf(person),
  ]);
  if (!series) notFound();
  const writing = await writingFor(person, { seriesId: series.id, allianceId: series.allianceId });
  const office = writing.offices.find(({ id }) => id === asked.parse(query).for);
  const t = translator(locale, "board");
  return (
    <SitePage locale={locale} path={path} current="series" signedIn>
      <div className="wrap wrap--text section--tight stack gap-5">
        <h1>{t("form.newTitle")}</h1>
        {writing.offices.length > 0 ? (
          <SegmentedLinks
            label={t("form.as")}
            links={[
              { href: href(locale, path), label: t("form.asMe"), current: office === undefined },
              ...writing.offices.map(({ id, label }) => ({
                href: href(locale, `${path}?for=${id}`),
                label: t("form.asOffice", { name: label }),
                current: office?.id === id,
              })),
            ]}
          />
        ) : null}
        <EntryForm
          action={office ? `/api/networks/${office.id}/entries` : "/api/board/entries"}
          series={series}
          fields={writing.fields}
          networks={writing.networks}
          events={writing.events}
          isOffice={office !== undefined}
          organisation={office ? "" : (profile?.organisation ?? "")}
          until={proposedDay(series.endsOn, now())}
          me={person.personId}
          {...{ locale, refused }}
        />
      </div>
    </SitePage>
  );
}
