import { and, asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { rooms, rounds } from "@/db/schema/rooms";
import { followAgenda } from "@/domain/rooms/commands/follow-agenda";
import { aSession } from "./agenda";
import { aLiveEvent, at } from "./rooms";

export const agendaJob = { type: "system", job: "agenda-rooms" } as const;
type Live = Awaited<ReturnType<typeof aLiveEvent>>;

/** The rooms are made to follow the agenda, as the worker has them after each change of it. */
export const follow = ({ event }: Pick<Live, "event">, now = at(1)) =>
  followAgenda({ actor: agendaJob, input: { eventId: event.id }, now });

/** Rooms of agenda items by their round, in order. */
export async function roomsByRound({ event }: Pick<Live, "event">) {
  const found = await db()
    .select({ round: rounds, room: rooms })
    .from(rounds)
    .innerJoin(rooms, eq(rooms.roundId, rounds.id))
    .where(and(eq(rounds.rule, "own_choice"), eq(rooms.kind, "breakout")))
    .orderBy(asc(rounds.startsAt), asc(rooms.label));
  const ours = found.filter(({ room }) => room.label.includes(event.title));
  return Map.groupBy(ours, ({ round }) => round.id);
}

/** A live event at whose minute 10 two items of 20 minutes begin in two tracks, each in its own room. */
export async function aParallelEvent(values: Parameters<typeof aLiveEvent>[0] = {}) {
  const live = await aLiveEvent({ guests: 2, ...values });
  const { event } = live;
  const item = { after: 10, minutes: 20 };
  const first = await aSession(event, {
    ...item,
    title: `Sensorik ${event.title}`,
    track: "A",
    mode: "stage",
  });
  const second = await aSession(event, {
    ...item,
    title: `Wasser ${event.title}`,
    track: "B",
    mode: "roundtable",
  });
  const done = await follow(live);
  if (!done.ok) throw new Error(`following the agenda was refused: ${done.failure.reason}`);
  const [made] = [...(await roomsByRound(live)).values()];
  const [one, two] = made ?? [];
  if (!one || !two) throw new Error("two rooms were to be made");
  return {
    ...live,
    sessions: { first, second },
    round: one.round,
    rooms: { first: one.room, second: two.room },
  };
}
