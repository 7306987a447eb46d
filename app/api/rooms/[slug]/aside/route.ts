import { callOf } from "@/auth/doors";
import { roomActions, roomQuery } from "@/auth/room-doors";
import { listenIn } from "@/domain/rooms/commands/listen-in";
import { speakToRooms } from "@/domain/rooms/commands/speak-to-rooms";
import { myAside } from "@/domain/rooms/queries/my-aside";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => myAside(actor, eventId, now()));

export const POST = roomActions(
  {
    listen: (door) => listenIn(callOf(door, { eventId: door.eventId, roomId: door.body.roomId })),
    speak: (door) => speakToRooms(callOf(door, { eventId: door.eventId, roundId: door.body.roundId })),
  },
  { enforce: true },
);
