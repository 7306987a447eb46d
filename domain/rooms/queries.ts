import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { hands } from "@/db/schema/interaction";
import { people } from "@/db/schema/people";
import { registrations } from "@/db/schema/registration";
import { oneNetworkOf } from "@/domain/alliance/queries/belonging";
import { type Actor, can } from "@/domain/policy";
import { eventScopeBySlug, listOthersOfSeries } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import type { Admission } from "./internal/admissions";
import { peopleFor } from "./internal/people-list";
import { roundsForHosts, roundsForPerson } from "./internal/round-list";
import type { Standing } from "./internal/standing";
import type { Talker } from "./internal/talk-people";
import { answerWhere } from "./internal/where-am-i";
import { hasFloor } from "./queries/hands";
import { standingAt, standingOf } from "./queries/standing";
import { floorOf, isUnproven, keptOut } from "./rules";

/** Whose raised hand was accepted, and where: they have the floor of a stage or forum. */
export async function acceptedHandsOf(reader: Reader, sessionId: Id<"liveSession">): Promise<Set<string>> {
  const found = await reader
    .select({ admissionId: hands.admissionId, roomId: hands.roomId })
    .from(hands)
    .where(and(eq(hands.liveSessionId, sessionId), hasFloor));
  return new Set(found.map((row) => floorOf(row.admissionId, row.roomId)));
}

/** Who may listen to an event's signals, and on which channels. Undefined for strangers, the banned and the future. */
export async function listeningOf(
  actor: Actor,
  slug: string,
  now: Date,
): Promise<{ eventId: Id<"event">; who: string; channels: string[] } | undefined> {
  const standing = await standingAt(db(), actor, { slug, now });
  if (!standing?.entrance || standing.place?.state === "removed") return undefined;
  if (standing.event.status === "cancelled") return undefined;
  const { eventId, me, entrance } = standing;
  const who = entrance.claimId ?? entrance.personId ?? entrance.registrationId ?? eventId;
  return { eventId, who, channels: me ? [eventId, me.admission.id] : [eventId] };
}

/** An event's id by its address; undefined for drafts too, so that a door need not know more. */
export async function findEventId(slug: string): Promise<Id<"event"> | undefined> {
  const event = await eventScopeBySlug(db(), slug);
  return event?.status === "draft" ? undefined : event?.id;
}

/** The universal recovery of a room page: where this tab belongs, with a fresh token. Changes no row. */
export async function whereAmI(actor: Actor, { slug, tab }: { slug: string; tab: string }, now: Date) {
  const reader = db();
  const standing = await standingAt(reader, actor, { slug, now });
  if (!standing || (standing.event.membersOnly && !standing.entrance)) return fail("not_found", "missing");
  if (!standing.entrance) return fail("forbidden", "not_registered");
  const { id, seriesId } = standing.event;
  const following = () => listOthersOfSeries({ id, seriesId }, { now, limit: 1 }, reader);
  return answerWhere({ reader, standing, tab, now, following });
}

/** `GET people`: who is here, as far as this actor may see. Strangers are kept out. */
export async function listPeople(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const isHost = can(actor, "room.moderate", standing);
  return ok(await peopleFor(db(), isHost ? { ...standing, admitted: "host" } : standing, now));
}

/** `GET rounds`: hosts get every round with its people; others the one they are in. */
export async function listRounds(actor: Actor, eventId: Id<"event">, now: Date) {
  const standing = await standingOf(db(), actor, { eventId, now });
  if (!standing || !can(actor, "room.enter", standing)) return keptOut(standing);
  const { session, event, me } = standing;
  const serverNow = now.toISOString();
  if (!session) return ok({ rounds: [], serverNow });
  if (can(actor, "round.manage", standing)) {
    return ok({ rounds: await roundsForHosts(db(), { session, event, now }), serverNow });
  }
  if (!me || !isProven(standing)) return ok({ rounds: [], serverNow });
  const rounds = await roundsForPerson(db(), { session, admissionId: me.admission.id, now });
  return ok({ rounds, serverNow });
}

/** The people of a talk with a standing registration for the event, in the order of `personIds`. */
export async function listTalkers(
  reader: Reader,
  eventId: Id<"event">,
  personIds: readonly Id<"person">[],
): Promise<Talker[]> {
  const found = await reader
    .select({
      personId: people.id,
      registrationId: registrations.id,
      displayName: sql<string>`coalesce(nullif(${registrations.name}, ''), ${people.name})`,
      organisation: sql<string>`coalesce(nullif(${registrations.organisation}, ''), ${people.organisation})`,
    })
    .from(people)
    .innerJoin(registrations, eq(registrations.personId, people.id))
    .where(
      and(
        inArray(people.id, [...personIds]),
        eq(registrations.eventId, eventId),
        eq(registrations.status, "confirmed"),
      ),
    );
  return personIds.flatMap((personId) => found.find((row) => row.personId === personId) ?? []);
}

/** What pairs should mix: a person's network, else the organisation, else nothing. */
export async function affiliationsOf(
  reader: Reader,
  admitted: readonly Admission[],
): Promise<Map<Id<"admission">, string>> {
  const personIds = admitted.flatMap(({ personId }) => (personId ? [personId] : []));
  const networks = await oneNetworkOf(personIds, reader);
  return new Map(
    admitted.map(({ id, personId, organisation }) => [
      id,
      (personId && networks.get(personId)) || organisation,
    ]),
  );
}

/** True for those who may see more than the stage: proven people, never mere claims. */
export const isProven = (standing: Standing) =>
  standing.admitted !== undefined && !isUnproven(standing.admitted);
