import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/auth/session";
import { BoardPage } from "@/components/board/board-page";
import { SitePage } from "@/components/site/site-page";
import { cooperations, entryKinds } from "@/domain/board/labels";
import { hasDigest } from "@/domain/board/queries/digest";
import { boardFor, ENTRIES_PER_PAGE } from "@/domain/board/queries/entries";
import { findSeriesBySlug } from "@/domain/programme/queries";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";

type PageProps = {
  params: Promise<{ locale: string; series: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const on = z
  .literal("on")
  .transform(() => true)
  .catch(false);
const word = (longest: number) => z.string().trim().max(longest).catch("");
const asked = z.object({
  // Postgres holds no zero bytes, and nobody types them.
  q: word(100).transform((text) => text.replaceAll("\0", "")),
  kind: z.enum(["", ...entryKinds]).catch(""),
  tag: word(60).transform((text) => (/^[a-z0-9-]*$/.test(text) ? text : "")),
  cooperation: z.enum(["", ...cooperations]).catch(""),
  network: word(80).transform((text) => (/^[a-z0-9-]*$/.test(text) ? text : "")),
  everywhere: on,
  solved: on,
  sort: z.enum(["match", "new"]).catch("match"),
  page: z.coerce.number().int().min(1).max(500).catch(1),
  done: z.string().max(20).optional().catch(undefined),
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "board")("title") };
}

/** Offers and needs of a series, as the viewer may read them; every filter stands in the address. */
export default async function Page({ params, searchParams }: PageProps) {
  const { locale: language, series: slug } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const [actor, query, series] = await Promise.all([currentActor(), searchParams, findSeriesBySlug(slug)]);
  if (!series) notFound();
  const { done, ...filter } = asked.parse(query);
  const board = await boardFor(actor, {
    seriesId: series.id,
    allianceId: series.allianceId,
    filter: { ...filter, kinds: filter.kind === "" ? [] : [filter.kind] },
    now: now(),
  });
  const digest = actor.type === "person" ? await hasDigest(actor.personId, series.id) : undefined;
  return (
    <SitePage locale={locale} path={`/s/${slug}/board`} current="series" signedIn={actor.type === "person"}>
      <BoardPage {...{ series, board, locale, digest, done }} query={filter} perPage={ENTRIES_PER_PAGE} />
    </SitePage>
  );
}
