import { callOf } from "@/auth/doors";
import { roomDoor } from "@/auth/room-doors";
import { joinRoom } from "@/domain/rooms/commands/join-room";
import { whereAmI } from "@/domain/rooms/queries";
import { now } from "@/lib/time/clock";

/** Takes the lease, if it is free or `takeOver` is set, and says where the tab belongs. */
export const POST = roomDoor(async (door) => {
  const { tab, takeOver } = door.body;
  const joined = await joinRoom(callOf(door, { eventId: door.eventId, tab, takeOver }));
  const isOutside = !joined.ok && joined.failure.reason === "not_allowed";
  // The banned and the waiting get their own answers from where-am-i, strangers their 403.
  if (!joined.ok && !isOutside) return joined;
  return whereAmI(door.actor, { slug: door.params.slug ?? "", tab: String(tab) }, now());
});
