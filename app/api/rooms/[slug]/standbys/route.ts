import { roomQuery } from "@/auth/room-doors";
import { standbysFor } from "@/domain/matchmaking/queries/standbys";
import { ok } from "@/lib/result";

/** Who could step in for whoever did not come to the reader's talk; nobody for who takes no talks here. */
export const GET = roomQuery(async ({ actor, eventId }) => ok({ people: await standbysFor(actor, eventId) }));
