import { callOf } from "@/auth/doors";
import { type RoomDoor, roomActions } from "@/auth/room-doors";
import { endLive } from "@/domain/rooms/commands/end-live";
import { openRoom } from "@/domain/rooms/commands/open-room";
import { switchSession } from "@/domain/rooms/commands/switch-session";

const switched = (change: string) => (door: RoomDoor) =>
  switchSession(callOf(door, { eventId: door.eventId, change }));

export const POST = roomActions(
  {
    open: (door) => openRoom(callOf(door, { eventId: door.eventId })),
    end: (door) => endLive(callOf(door, { eventId: door.eventId })),
    freeze: switched("freeze"),
    unfreeze: switched("unfreeze"),
    lock: switched("lock"),
    unlock: switched("unlock"),
    lobby: switched("lobby"),
    open_lobby: switched("open_lobby"),
    end_audience: (door) => endLive(callOf(door, { eventId: door.eventId, keepsStage: true })),
  },
  { enforce: true },
);
