import "server-only";
import { findSeriesBySlug } from "@/domain/programme/queries";
import { speakersOfEvents } from "@/domain/programme/queries/listings";
import { PROGRAMME_WINDOW, seriesProgramme } from "@/domain/programme/queries/public-windows";
import { origin } from "@/lib/env";
import { type Conference, scheduleJson, scheduleXml } from "@/lib/feeds/frab";
import { homeZone } from "@/lib/i18n/locales";
import { logger } from "@/lib/logger";
import { now as clockNow } from "@/lib/time/clock";
import { dayKey } from "@/lib/time/format";
import { offsetTime } from "@/lib/time/offset";

/** All public events of a series that are held as one conference: a talk each, in the room of its lead network. */
async function conferenceOf(slug: string): Promise<Conference | undefined> {
  const series = await findSeriesBySlug(slug);
  if (!series) return undefined;
  const { events: held, isCut } = await seriesProgramme(series.id);
  if (isCut) logger.warn({ series: slug, most: PROGRAMME_WINDOW }, "a programme is longer than it may be");
  const speakers = await speakersOfEvents(held.map(({ id }) => id));
  const talks = held.map((event) => ({
    id: event.id,
    slug: event.slug,
    url: `${origin()}/e/${event.slug}`,
    title: event.title,
    abstract: event.summary,
    description: event.description,
    kind: event.kind,
    track: event.topics[0] ?? "",
    room: event.networks[0]?.name ?? "",
    language: event.language,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    people: speakers.get(event.id) ?? [],
  }));
  const byDay = Map.groupBy(talks, ({ startsAt }) => dayKey({ zone: homeZone, at: startsAt }));
  const days = [...byDay]
    .map(([date, ofDay]) => ({ date, talks: ofDay }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const url = `${origin()}/s/${series.slug}`;
  const { title, startsOn: start, endsOn: end } = series;
  return { acronym: series.slug, title, url, start, end, zone: homeZone, days };
}

/** A series as frab `schedule.xml` or `schedule.json`; undefined when there is no such series. */
export async function scheduleText(
  slug: string,
  format: "xml" | "json",
  now = clockNow(),
): Promise<string | undefined> {
  const conference = await conferenceOf(slug);
  if (!conference) return undefined;
  const version = offsetTime(now, homeZone);
  return format === "xml" ? scheduleXml(conference, version) : scheduleJson(conference, version);
}
