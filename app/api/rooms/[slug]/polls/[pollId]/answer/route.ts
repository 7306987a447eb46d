import { callOf } from "@/auth/doors";
import { roomDoor } from "@/auth/room-doors";
import { castBallot } from "@/domain/interaction/commands/cast-ballot";
import { publishBallot } from "@/realtime/publish";

/** One's own answer to an open poll; whoever sees its numbers is told that they have changed. */
export const POST = roomDoor(async (door) => {
  const { eventId, params, body } = door;
  const { picks, words } = body;
  const cast = await castBallot(callOf(door, { eventId, pollId: params.pollId, picks, words }));
  if (cast.ok && cast.value.changed) await publishBallot(eventId);
  return cast;
});
