import { roomQuery } from "@/auth/room-doors";
import { showOf } from "@/domain/programme/queries/run-of-show";

export const GET = roomQuery(({ actor, eventId }) => showOf(actor, eventId));
