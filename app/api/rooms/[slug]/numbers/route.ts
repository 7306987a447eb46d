import { roomQuery } from "@/auth/room-doors";
import { liveNumbersOf } from "@/domain/attendance/queries/live";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => liveNumbersOf(actor, eventId, now()));
