import "server-only";
import { and, asc, desc, eq, ne, or, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { events, series } from "@/db/schema/programme";
import { findNetwork } from "@/domain/alliance/queries";
import { questionsFor } from "@/domain/answers/rules";
import { type Actor, can } from "@/domain/policy";
import { isAnnounced } from "@/domain/programme/queries";
import { localOf } from "@/domain/programme/rules";
import { homeZone } from "@/lib/i18n/locales";
import type { Id } from "@/lib/ids";
import { daysBetween } from "@/lib/time/days";
import { type EventPlan, SERIES_FORMAT, SERIES_VERSION, type SeriesFile, seriesLimits } from "../schema";
import { plansOf } from "./event-plans";

type Asked = { networkId: Id<"network">; seriesId: Id<"series"> };
type Row = typeof events.$inferSelect;
type Series = typeof series.$inferSelect;

const hasEventOf = (networkId: Id<"network">) =>
  sql`exists (select 1 from ${events} where ${events.seriesId} = ${series.id} and ${events.networkId} = ${networkId})`;

/**
 * The series of a network's alliance that are announced, or have an event of its own; the latest first. None for whoever
 * may not plan there.
 */
export async function listSeriesForDesk(
  viewer: Actor,
  networkId: Id<"network">,
  reader: Reader = db(),
): Promise<Series[]> {
  const network = can(viewer, "series.plan", { networkId }) && (await findNetwork(networkId, reader));
  if (!network) return [];
  return reader
    .select()
    .from(series)
    .where(and(eq(series.allianceId, network.allianceId), or(isAnnounced, hasEventOf(networkId))))
    .orderBy(desc(series.startsOn), asc(series.slug));
}

/** What the asker's network plans itself, and what is public of the others. */
const isShared = ({ networkId, status, membersOnly }: Row, own: Id<"network">) =>
  networkId === own || (status !== "draft" && !membersOnly);

/** The file as it is taken along. */
export const textOf = (file: SeriesFile): string => `${JSON.stringify(file, null, 2)}\n`;

/** Whom a network trusts and serves first: people of other places it says nothing about. */
const nobodyFirst = { confirmMembers: false, membersFirst: false, invitedFirst: false };

/** An agenda as the event's page shows it: what the team alone reads in its run of show may name anybody. */
const publicAgenda = ({ agenda }: EventPlan) =>
  agenda
    .filter(({ isInternal }) => !isInternal)
    .map((item) => ({ ...item, place: "", scene: "", notes: "" }));

/** The plan as another region may have it: that one meets elsewhere, and asks its own people afterwards. */
function shared(plan: EventPlan, { networkId }: Row, own: Id<"network">) {
  // What its mails say is on the desk of the network that hosts it, and nowhere else.
  const mails = networkId === own && plan.mails ? { ...plan.mails, feedbackUrl: null } : null;
  // What follows a registration stands on no page of theirs either.
  const form = networkId === own ? plan.form : questionsFor(plan.form, { hasPlace: false });
  const trust = networkId === own ? {} : nobodyFirst;
  const seats = { ...plan.seats, ...trust, confirmDomains: [] };
  return { ...plan, place: null, agenda: publicAgenda(plan), seats, form, mails };
}

type Part = { series: Series; own: Id<"network"> };

function fileOf({ series: part, own }: Part, all: readonly (readonly [Row, EventPlan])[]): SeriesFile {
  const rows = all.map(([row]) => row);
  const timeZone = rows[0]?.timeZone ?? homeZone;
  const starts = rows.map(({ startsAt }) => localOf(startsAt, timeZone).split("T"));
  const days = starts.map(([day = ""]) => day);
  const firstDay = [part.startsOn, ...days].toSorted()[0] ?? part.startsOn;
  const lastDay = [part.endsOn, ...days].toSorted().at(-1) ?? part.endsOn;
  const { title, summary } = part;
  return {
    format: SERIES_FORMAT,
    version: SERIES_VERSION,
    series: { title, summary, timeZone, days: daysBetween(firstDay, lastDay) + 1 },
    events: all.map(([row, plan], index) => ({
      title: row.title,
      day: daysBetween(firstDay, days[index] ?? firstDay),
      time: starts[index]?.[1] ?? "",
      ...shared(plan, row, own),
    })),
  };
}

/**
 * A series as its file: no dates, no places, no surveys and nobody's name. Undefined when the asker has no such series, or it no event;
 * `too_many` when it is longer than a file may be.
 */
export async function seriesFileOf(
  viewer: Actor,
  { networkId, seriesId }: Asked,
  reader: Reader = db(),
): Promise<{ slug: string; file: SeriesFile } | "too_many" | undefined> {
  const part = (await listSeriesForDesk(viewer, networkId, reader)).find(({ id }) => id === seriesId);
  if (!part) return undefined;
  const rows = await reader
    .select()
    .from(events)
    .where(and(eq(events.seriesId, seriesId), ne(events.status, "cancelled")))
    .orderBy(asc(events.startsAt), asc(events.title), asc(events.id));
  const told = rows.filter((row) => isShared(row, networkId));
  if (told.length === 0) return undefined;
  if (told.length > seriesLimits.events) return "too_many";
  const plans = await plansOf(told, reader);
  const all = told.flatMap((row, index) => {
    const plan = plans[index];
    return plan ? [[row, plan] as const] : [];
  });
  if (all.length < told.length) return "too_many";
  const file = fileOf({ series: part, own: networkId }, all);
  const isLong = file.series.days > seriesLimits.days || textOf(file).length > seriesLimits.characters;
  return isLong ? "too_many" : { slug: part.slug, file };
}
