import { callOf } from "@/auth/doors";
import { roomActions, roomQuery } from "@/auth/room-doors";
import { lowerHand } from "@/domain/interaction/commands/lower-hand";
import { raiseHand } from "@/domain/interaction/commands/raise-hand";
import { restoreHand } from "@/domain/interaction/commands/restore-hand";
import { listHands } from "@/domain/interaction/queries";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => listHands(actor, eventId, now()));

export const POST = roomActions(
  {
    raise: (door) => raiseHand(callOf(door, { eventId: door.eventId })),
    lower: (door) => lowerHand(callOf(door, { eventId: door.eventId })),
    restore: (door) => restoreHand(callOf(door, { eventId: door.eventId })),
  },
  { enforce: true },
);
