import { roomQuery, roomRoute } from "@/auth/room-doors";
import { importRound } from "@/domain/rooms/commands/import-round";
import { listDrawable } from "@/domain/rooms/queries/drawable";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => listDrawable(actor, eventId, now()));

export const POST = roomRoute(importRound, { input: ({ body }) => body });
