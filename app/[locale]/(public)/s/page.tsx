import { notFound, redirect } from "next/navigation";
import { findCurrentSeries } from "@/domain/programme/queries";
import { href } from "@/lib/i18n/href";
import { homeZone, localeOf } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";
import { dayKey } from "@/lib/time/format";

type PageProps = { params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";

/** Leads to the week that runs now or comes next. */
export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  const series = await findCurrentSeries(dayKey({ zone: homeZone, at: now() }));
  if (!series) notFound();
  redirect(href(locale, `/s/${series.slug}`));
}
