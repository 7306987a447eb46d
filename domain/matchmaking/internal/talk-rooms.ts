import type { Context } from "@/domain/kernel/context";
import { withinAs } from "@/domain/kernel/within";
import { layTalks } from "@/domain/rooms/commands/lay-talks";
import type { Id } from "@/lib/ids";
import { sidesOf } from "../queries/sides";
import type { Span } from "../rules";
import { roomLabel } from "./room-label";

type Opening = Span & { people: readonly Id<"person">[] };
type Rooms = { eventId: Id<"event">; closes: readonly Id<"round">[]; opens: readonly Opening[] };

/**
 * Takes rooms of talks back, and gives others theirs: whoever sits in one that closes belongs elsewhere at once. The rounds of
 * those that were opened, in their order.
 */
export async function layRooms(
  context: Context,
  { eventId, closes, opens }: Rooms,
): Promise<(Id<"round"> | undefined)[]> {
  if (closes.length === 0 && opens.length === 0) return [];
  const people = [...new Set(opens.flatMap((talk) => talk.people))];
  const sides = people.length > 0 ? await sidesOf(context.tx, eventId, people) : [];
  const side = new Map(sides.map((one) => [one.personId, one]));
  const actor = { type: "system", job: "lay-rooms" } as const;
  const { roundIds } = await withinAs({ context, actor }, layTalks, {
    eventId,
    closes: [...closes],
    opens: opens.map(({ people: ids, startsAt, endsAt }) => ({
      ...{ personIds: [...ids], startsAt, endsAt },
      label: roomLabel(ids.map((id) => side.get(id))),
    })),
  });
  return opens.map((_, at) => roundIds[at]);
}
