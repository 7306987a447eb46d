import { callOf } from "@/auth/doors";
import { roomDoor, roomQuery } from "@/auth/room-doors";
import { writeSheet } from "@/domain/interaction/commands/write-sheet";
import { readSheet } from "@/domain/interaction/queries/sheets";
import { now } from "@/lib/time/clock";
import { publishSheet } from "@/realtime/publish";

/** The notes or the whiteboard of one room, from a number on. */
export const GET = roomQuery(({ actor, eventId, params, url: { searchParams } }) =>
  readSheet(
    actor,
    { eventId, kind: params.kind ?? "", roomId: searchParams.get("room"), after: searchParams.get("after") },
    now(),
  ),
);

/** A change of one of them; whoever has it open is told at once. */
export const POST = roomDoor(async (door) => {
  const { eventId, params, body } = door;
  const { roomId, update } = body;
  const written = await writeSheet(callOf(door, { eventId, roomId, kind: params.kind, update }));
  if (written.ok && written.value.changed && typeof roomId === "string") await publishSheet(roomId);
  return written;
});
