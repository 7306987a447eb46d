import "server-only";
import { and, eq, gt, inArray, isNull, lte } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { assignments, liveSessions, networkings, rooms, rounds } from "@/db/schema/rooms";
import { roundMeetings } from "@/db/schema/rooms-beside";
import { eventScope } from "@/domain/programme/queries";
import type { Id } from "@/lib/ids";
import type { Admission } from "../internal/admissions";
import { seedOf } from "../internal/draw-round";
import { listPresent } from "../internal/presence";
import { inOrder, isDistributed, isPlannable, ROUND_LEAD_MS } from "../rules";

type AdmissionId = Id<"admission">;
export type NetworkingRef = { eventId: Id<"event">; networkingId: Id<"networking"> };
export type Guest = {
  admissionId: AdmissionId;
  personId: Id<"person"> | null;
  /** Which of the rounds ahead, by their place in the list, this person can take part in. */
  present: number[];
  satOut: number;
};
type NetworkingGround = NetworkingRef & {
  revision: number;
  /** Names who can take part in what; equal ones need no new plan. */
  plannedFor: string;
  isPlanned: boolean;
  /** The rounds ahead that may still change. */
  positions: number[];
  guests: Guest[];
  met: [AdmissionId, AdmissionId][];
};

const lockedBy = (now: Date) => new Date(now.getTime() + ROUND_LEAD_MS);

/** Speed networkings with rounds ahead whose pairs can still change. For jobs. */
export async function openNetworkings(now: Date): Promise<NetworkingRef[]> {
  return db()
    .selectDistinct({ networkingId: networkings.id, eventId: liveSessions.eventId })
    .from(networkings)
    .innerJoin(rounds, eq(rounds.networkingId, networkings.id))
    .innerJoin(liveSessions, eq(liveSessions.id, networkings.liveSessionId))
    .where(
      and(
        isNull(networkings.stoppedAt),
        isNull(rounds.cancelledAt),
        isNull(liveSessions.endedAt),
        gt(rounds.startsAt, lockedBy(now)),
      ),
    );
}

/** Everything a plan of the rounds ahead has to know. Undefined when none can change any more. */
export async function networkingGround(
  reader: Reader,
  ref: NetworkingRef,
  now: Date,
): Promise<NetworkingGround | undefined> {
  const event = await eventScope(reader, ref.eventId);
  const [networking] = await reader.select().from(networkings).where(eq(networkings.id, ref.networkingId));
  if (!event || !networking || networking.stoppedAt) return undefined;
  const ahead = await aheadOf(reader, ref.networkingId, now);
  if (ahead.length === 0) return undefined;
  const people = (await listPresent(reader, event, now)).filter(({ role }) => isDistributed(role));
  const session = networking.liveSessionId;
  const satOut = await timesSatOut(reader, { session, people, now });
  const talks = await talksOf(reader, people);
  const guests = people.map(({ id, personId }) => ({
    ...{ admissionId: id, personId, satOut: satOut.get(id) ?? 0 },
    present: ahead.flatMap((round, at) => ((talks.get(id) ?? []).some(overlaps(round)) ? [] : [at])),
  }));
  const plannedFor = groundName(ahead, guests);
  return {
    ...ref,
    ...{ revision: networking.revision, plannedFor, isPlanned: networking.plannedFor === plannedFor },
    ...{ positions: ahead.map(({ position }) => position), guests },
    met: await metIn(reader, { session, now }),
  };
}

type Ahead = { position: number; startsAt: Date; endsAt: Date };

async function aheadOf(reader: Reader, networkingId: Id<"networking">, now: Date): Promise<Ahead[]> {
  const found = await reader
    .select({ position: rounds.position, startsAt: rounds.startsAt, endsAt: rounds.endsAt })
    .from(rounds)
    .where(and(eq(rounds.networkingId, networkingId), isNull(rounds.cancelledAt)))
    .orderBy(rounds.position);
  return found.flatMap(({ position, startsAt, endsAt }) =>
    position !== null && startsAt && endsAt && isPlannable({ startsAt }, now)
      ? [{ position, startsAt, endsAt }]
      : [],
  );
}

type Span = { startsAt: Date; endsAt: Date };
const overlaps = (one: Span) => (other: Span) => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

/** When these people are in talks by appointment, which come first. */
async function talksOf(reader: Reader, people: readonly Admission[]): Promise<Map<AdmissionId, Span[]>> {
  if (people.length === 0) return new Map();
  const found = await reader
    .select({ id: assignments.admissionId, startsAt: rounds.startsAt, endsAt: rounds.endsAt })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .where(
      and(
        eq(rounds.kind, "talk"),
        isNull(rounds.cancelledAt),
        inArray(
          assignments.admissionId,
          people.map(({ id }) => id),
        ),
      ),
    );
  const spans = found.flatMap(({ id, startsAt, endsAt }) =>
    startsAt && endsAt ? [{ id, startsAt, endsAt }] : [],
  );
  return Map.groupBy(spans, ({ id }) => id);
}

type Begun = { session: Id<"liveSession">; now: Date };

/** Rounds of pairs in this session that have begun or are about to, in which nothing can be changed any more. */
const begun = ({ session, now }: Begun) =>
  and(
    eq(rounds.liveSessionId, session),
    isNull(rounds.cancelledAt),
    lte(rounds.startsAt, lockedBy(now)),
    inArray(rounds.rule, ["networking", "random_pairs", "network_pairs"]),
  );

/** Who was in a pair, or in a group of three of an odd number, with whom. */
async function metIn(reader: Reader, of: Begun): Promise<[AdmissionId, AdmissionId][]> {
  const planned = await reader
    .select({ one: roundMeetings.oneId, other: roundMeetings.otherId })
    .from(roundMeetings)
    .innerJoin(rounds, eq(rounds.id, roundMeetings.roundId))
    .where(begun(of));
  const seats = await reader
    .select({ roomId: rooms.id, id: assignments.admissionId })
    .from(assignments)
    .innerJoin(rooms, eq(rooms.id, assignments.roomId))
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .where(begun(of));
  const together = [...Map.groupBy(seats, ({ roomId }) => roomId).values()].flatMap((room) =>
    room.flatMap((one, at) => room.slice(at + 1).map((other) => inOrder(one.id, other.id))),
  );
  const all = [...planned.map(({ one, other }) => inOrder(one, other)), ...together];
  return [...new Map(all.map((pair) => [pair.join(" "), pair])).values()];
}

/** How many rounds of speed networking each of them sat out since they came. */
async function timesSatOut(
  reader: Reader,
  { session, people, now }: Begun & { people: readonly Admission[] },
): Promise<Map<AdmissionId, number>> {
  const past = await reader
    .select({ id: rounds.id, startsAt: rounds.startsAt })
    .from(rounds)
    .where(and(begun({ session, now }), eq(rounds.rule, "networking")));
  if (past.length === 0) return new Map();
  const seats = await reader
    .select({ roundId: assignments.roundId, id: assignments.admissionId })
    .from(assignments)
    .where(
      inArray(
        assignments.roundId,
        past.map(({ id }) => id),
      ),
    );
  const seated = new Set(seats.map(({ roundId, id }) => `${roundId} ${id}`));
  return new Map(
    people.map((one) => [
      one.id,
      past.filter(
        ({ id, startsAt }) => startsAt && startsAt >= one.createdAt && !seated.has(`${id} ${one.id}`),
      ).length,
    ]),
  );
}

/** The same whenever the same people can take part in the same rounds. */
function groundName(ahead: readonly Ahead[], guests: readonly Guest[]): string {
  const lines = guests.map(
    ({ admissionId, present }) => `${admissionId} ${present.map((at) => ahead[at]?.position)}`,
  );
  return seedOf(lines.sort().join("\n")).toString(36);
}
