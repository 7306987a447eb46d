import "server-only";
import { and, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Reader } from "@/db/client";
import { entries } from "@/db/schema/board";
import { people } from "@/db/schema/people";
import { events } from "@/db/schema/programme";
import { registrations } from "@/db/schema/registration";
import { keptAway } from "@/domain/people/queries/kept-away";
import { type Actor, can } from "@/domain/policy";
import type { Id } from "@/lib/ids";
import { belongsTo, networksOf } from "./scopes";

/** Registered, provably, at the entry's event, or at any of its series. */
const takesPart = (personId: Id<"person">): SQL => sql`exists (
  select 1 from ${registrations} join ${events} on ${events.id} = ${registrations.eventId}
  where ${registrations.personId} = ${personId} and ${registrations.provenAt} is not null
    and ${registrations.status} not in ('cancelled', 'declined')
    and (${events.id} = ${entries.eventId} or (${entries.eventId} is null and ${events.seriesId} = ${entries.seriesId})))`;

/** On a board everybody stands for the organisation of their profile. */
const profiles = sql`select ${people.id} as person_id, ${people.organisation} as organisation from ${people}`;

/** Whoever wrote it does not keep away from the reader, nor the reader from them. */
export const notHiddenFrom = (
  personId: Id<"person"> | AnyPgColumn,
): SQL => sql`(${entries.personId} is null or not exists (
  select 1 from ${keptAway(profiles)} kept where kept.who = ${entries.personId} and kept.whom = ${personId}))`;

/** Networks whose office the viewer runs. */
export const officesOf = (viewer: Actor): Id<"network">[] =>
  networksOf(viewer).filter((networkId) => can(viewer, "entry.moderate", { networkId }));

/**
 * Entries of an alliance that this viewer may read. The alliance stands in the condition, and with it the tenant: nobody
 * reads beyond it by any grant. What is over or hidden is nobody's but its own side's.
 */
export async function visibleTo(
  reader: Reader,
  viewer: Actor,
  { allianceId, now }: { allianceId: Id<"alliance">; now: Date },
): Promise<SQL> {
  const within = eq(entries.allianceId, allianceId);
  const current = and(gt(entries.validUntil, now), isNull(entries.hiddenAt));
  const open = eq(entries.audience, "public");
  if (viewer.type !== "person") return and(within, current, open) ?? sql`false`;
  const { personId } = viewer;
  const belongs = await belongsTo(reader, viewer, allianceId);
  const [own, offices] = [networksOf(viewer), officesOf(viewer)];
  const read = or(
    open,
    belongs ? eq(entries.audience, "alliance") : undefined,
    and(eq(entries.audience, "participants"), takesPart(personId)),
    own.length > 0
      ? and(eq(entries.audience, "network"), inArray(entries.audienceNetworkId, own))
      : undefined,
  );
  const mine = or(
    eq(entries.personId, personId),
    offices.length > 0 ? inArray(entries.networkId, offices) : undefined,
  );
  return and(within, or(mine, and(current, read, notHiddenFrom(personId)))) ?? sql`false`;
}
