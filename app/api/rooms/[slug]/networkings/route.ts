import { callOf } from "@/auth/doors";
import { type RoomDoor, roomActions } from "@/auth/room-doors";
import { hastenNetworking } from "@/domain/rooms/commands/hasten-networking";
import { startNetworking } from "@/domain/rooms/commands/start-networking";
import { stopNetworking } from "@/domain/rooms/commands/stop-networking";

const refOf = ({ eventId, body }: RoomDoor) => ({ eventId, networkingId: body.networkingId });

export const POST = roomActions({
  start: (door) => {
    const { rounds, durationSeconds, breakSeconds } = door.body;
    return startNetworking(callOf(door, { eventId: door.eventId, rounds, durationSeconds, breakSeconds }));
  },
  next: (door) => hastenNetworking(callOf(door, refOf(door))),
  stop: (door) => stopNetworking(callOf(door, refOf(door))),
});
