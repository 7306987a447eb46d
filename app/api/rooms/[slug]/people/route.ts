import { roomQuery } from "@/auth/room-doors";
import { listPeople } from "@/domain/rooms/queries";
import { now } from "@/lib/time/clock";

export const GET = roomQuery(({ actor, eventId }) => listPeople(actor, eventId, now()));
