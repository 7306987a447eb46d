import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";
import { availabilityOf } from "../queries/hindrances";
import { type Span, timeRefusal } from "../rules";
import { awayTimes } from "./bookings";
import { placeTalks } from "./place-talks";
import { freeTable, tableCount } from "./tables";
import type { Changer, Meeting } from "./talk-change";

export type Times = { meeting: Meeting; people: readonly Id<"person">[]; slot: Span };

/** Other talks of theirs: the one that is moved is in nobody's way, because it gives its time up. */
const others = (talks: readonly Span[], meeting: Span): Span[] =>
  talks.filter(
    ({ startsAt, endsAt }) =>
      startsAt.getTime() !== meeting.startsAt.getTime() || endsAt.getTime() !== meeting.endsAt.getTime(),
  );

/** Why these people can't talk then. Of the others' time whoever asks learns only that it is not free. */
export async function timeProblem(
  { tx }: Context,
  { meeting, people, slot, me }: Times & { me: Id<"person"> | undefined },
) {
  const of = await availabilityOf(tx, { eventId: meeting.eventId, personIds: people, during: slot });
  const away = (ids: readonly Id<"person">[]) => ids.flatMap((id) => awayTimes(of(id)));
  return timeRefusal([slot], {
    busy: people.flatMap((id) => others(of(id).talks, meeting)),
    mineAway: away(people.filter((id) => id === me)),
    partnerAway: away(people.filter((id) => id !== me)),
  });
}

/** A free table at that time for a talk that needs one; `taken` when there is none. */
async function tableAt({ tx }: Context, { meeting, slot }: Times): Promise<number | null | "taken"> {
  if (meeting.tableNumber === null) return null;
  const { eventId } = meeting;
  return (await freeTable(tx, { eventId, slot, tables: await tableCount(tx, eventId) })) ?? "taken";
}

/** Gives a talk another slot. The caller holds its row and the calendars of its people. */
export async function retime(context: Context, times: Times, by: Changer) {
  const { meeting, people, slot } = times;
  const table = await tableAt(context, times);
  if (table === "taken") return "no_table";
  return placeTalks(context, [{ meeting, people, to: { ...slot, place: meeting.place, table } }], by);
}

/** Moves the end of a talk that is on; its table stays, unless another talk has it by then. */
export function extend(context: Context, { meeting, people, slot }: Times, by: Changer) {
  const { place, tableNumber: table } = meeting;
  return placeTalks(context, [{ meeting, people, to: { ...slot, place, table } }], by);
}
