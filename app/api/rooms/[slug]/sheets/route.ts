import { roomQuery } from "@/auth/room-doors";
import { listSheets } from "@/domain/interaction/queries/sheets";
import { now } from "@/lib/time/clock";

/** What breakouts wrote and drew. */
export const GET = roomQuery(({ actor, eventId }) => listSheets(actor, eventId, now()));
