import { peopleAtDoor } from "@/auth/check-in-doors";
import { jsonQuery } from "@/auth/doors";

/** Everybody who may come to an event and who has, for whoever stands at its door. */
export const GET = jsonQuery(peopleAtDoor);
