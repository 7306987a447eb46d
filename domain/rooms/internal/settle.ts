import { smallestRoom } from "./distribute";
import { fittingRooms } from "./draw-alike";

export type Seating = { roomId: string; admissionIds: readonly string[]; matches?: string | null };
export type Move = { admissionId: string; roomId: string };

/**
 * What to change when a drafted round opens, so that of the people who are here nobody lacks a room and nobody
 * sits alone: newcomers go to the smallest room of those that fit them, then whoever would be alone joins the smallest other room.
 * One person all alone stays where it is; the plenary tells it.
 */
export function settle(input: {
  seating: readonly Seating[];
  present: readonly string[];
  /** What each of them could talk about with others, where the rule asks for it. */
  shares?: ReadonlyMap<string, readonly string[]>;
}): Move[] {
  const here = new Set(input.present);
  const rooms = input.seating.map(({ roomId, admissionIds, matches = null }) => ({
    ...{ roomId, matches },
    assigned: admissionIds.length,
    people: admissionIds.filter((id) => here.has(id)),
  }));
  const sized = (list: readonly (typeof rooms)[number][]) =>
    list.map((room) => ({ ...room, room, present: room.people.length }));
  const moves = new Map<string, string>();
  const seated = new Set(input.seating.flatMap(({ admissionIds }) => admissionIds));
  for (const admissionId of input.present.filter((id) => !seated.has(id))) {
    // A room with one person waiting for company comes first, an empty one last.
    const waiting = rooms.filter((room) => room.people.length > 0);
    const fitting = fittingRooms(waiting.length > 0 ? waiting : rooms, input.shares?.get(admissionId) ?? []);
    const room = smallestRoom(sized(fitting))?.room;
    if (!room) continue;
    room.people.push(admissionId);
    moves.set(admissionId, room.roomId);
  }
  for (const room of rooms.filter(({ people }) => people.length === 1)) {
    const [alone] = room.people;
    const others = rooms.filter((other) => other !== room && other.people.length > 0);
    const target = smallestRoom(sized(others))?.room;
    if (alone === undefined || room.people.length !== 1 || !target) continue;
    room.people = [];
    target.people.push(alone);
    moves.set(alone, target.roomId);
  }
  return [...moves].map(([admissionId, roomId]) => ({ admissionId, roomId }));
}
