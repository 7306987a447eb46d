import { roomQuery } from "@/auth/room-doors";
import { roomTalksOf } from "@/domain/matchmaking/queries/room-talks";
import { ok } from "@/lib/result";

/** Own talks only: whoever has none in this event gets an empty list, as everybody else. */
export const GET = roomQuery(async ({ actor, eventId }) => ok(await roomTalksOf(actor, eventId)));
