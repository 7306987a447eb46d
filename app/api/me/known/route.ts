import { jsonQuery } from "@/auth/doors";
import { knownPerson } from "@/domain/registration/queries/known-person";

/** What is known of whoever asks, for forms on cached pages; nothing of whoever is not signed in. */
export const GET = jsonQuery(async ({ actor }) => ({ known: await knownPerson(actor) }));
