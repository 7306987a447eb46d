import { roomQuery, roomRoute } from "@/auth/room-doors";
import { createRound } from "@/domain/rooms/commands/create-round";
import { listRounds } from "@/domain/rooms/queries";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => listRounds(actor, eventId, now()));

export const POST = roomRoute(createRound, { input: ({ body }) => body });
