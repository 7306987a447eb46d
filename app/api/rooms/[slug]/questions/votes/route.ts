import { roomQuery } from "@/auth/room-doors";
import { listVotes } from "@/domain/interaction/queries/questions";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => listVotes(actor, eventId, now()));
