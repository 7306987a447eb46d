import { roomQuery } from "@/auth/room-doors";
import { myMonitor } from "@/domain/rooms/queries/my-monitor";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => myMonitor(actor, eventId, now()));
