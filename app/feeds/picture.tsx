import "server-only";
import { ImageResponse } from "next/og";
import { type PictureFacts, SharePicture } from "@/components/programme/share-picture";
import { findNetworkBySlug } from "@/domain/alliance/queries";
import { seriesTitle } from "@/domain/programme/labels";
import { findPublicEvent, findSeriesBySlug } from "@/domain/programme/queries";
import { seriesWindow } from "@/domain/programme/queries/public-windows";
import { PICTURE_SIZE } from "@/lib/feeds/share";
import type { Locale } from "@/lib/i18n/locales";
import { formatDay, formatSpan } from "@/lib/time/format";

/** The picture of a public event: its title, when it is, and who hosts it. */
export async function eventPicture(slug: string, locale: Locale): Promise<PictureFacts | undefined> {
  const event = await findPublicEvent(slug);
  if (!event) return undefined;
  const { title, startsAt, endsAt, timeZone, networks } = event;
  return { title, line: formatSpan({ locale, zone: timeZone, startsAt, endsAt }), networks };
}

export async function networkPicture(slug: string): Promise<PictureFacts | undefined> {
  const network = await findNetworkBySlug(slug);
  return network && { title: network.name, line: "", networks: [network] };
}

/** The picture of a series: its title, its days, and the networks of its events. */
export async function seriesPicture(slug: string, locale: Locale): Promise<PictureFacts | undefined> {
  const series = await findSeriesBySlug(slug);
  if (!series) return undefined;
  const { hosts } = await seriesWindow(series.id);
  const [from, to] = [series.startsOn, series.endsOn].map((day) =>
    formatDay({ locale, zone: "UTC", at: new Date(`${day}T00:00Z`) }),
  );
  return { title: seriesTitle(series, locale), line: `${from} – ${to}`, networks: hosts };
}

/** The picture as PNG, drawn here with the letters that come with Next; 404 for undefined. */
export function pictureResponse(facts: PictureFacts | undefined): Response {
  if (!facts) return new Response(null, { status: 404 });
  const headers = { "cache-control": "public, max-age=3600, stale-while-revalidate=86400" };
  return new ImageResponse(<SharePicture {...facts} />, { ...PICTURE_SIZE, headers });
}
