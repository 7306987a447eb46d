import "server-only";
import { findSeriesBySlug, listPublicEvents } from "@/domain/programme/queries";
import { speakersOfEvents } from "@/domain/programme/queries/listings";
import { origin } from "@/lib/env";
import { type Conference, scheduleJson, scheduleXml } from "@/lib/feeds/frab";
import { homeZone } from "@/lib/i18n/locales";
import { now as clockNow } from "@/lib/time/clock";
import { dayKey } from "@/lib/time/format";
import { offsetTime } from "@/lib/time/offset";

/** The public events of a series as one conference: a talk each, in the room of its lead network. */
async function conferenceOf(slug: string): Promise<Conference | undefined> {
  const series = await findSeriesBySlug(slug);
  if (!series) return undefined;
  const events = await listPublicEvents({ seriesId: series.id });
  const held = events.filter(({ status }) => status !== "cancelled" && status !== "postponed");
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
  const dates = [...new Set(talks.map(({ startsAt }) => dayKey({ zone: homeZone, at: startsAt })))].sort();
  const days = dates.map((date) => ({
    date,
    talks: talks.filter(({ startsAt }) => dayKey({ zone: homeZone, at: startsAt }) === date),
  }));
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
