import "server-only";
import { desc, eq } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { registrations } from "@/db/schema/registration";
import { profileOf } from "@/domain/people/queries";
import type { Actor } from "@/domain/policy";

/** What a form need not ask again of whoever is signed in. */
export type KnownPerson = { name: string; email: string; organisation: string };

/** So many registrations back: who has never said where they work is not searched for it for ever. */
const LOOKED_AT = 20;

/**
 * Whoever is signed in as their profile says, and where it is silent as they called themselves when they last registered.
 * Only from registrations that are theirs: a mailed link or a claim in this browser is nobody's answer here. Null where
 * nobody is signed in.
 */
export async function knownPerson(viewer: Actor, reader: Reader = db()): Promise<KnownPerson | null> {
  const profile = await profileOf(viewer, reader);
  if (!profile) return null;
  const { name, email, organisation } = profile;
  if (name !== "" && organisation !== "") return { name, email, organisation };
  const { name: said, organisation: at, personId, createdAt, id } = registrations;
  const earlier = await reader
    .select({ name: said, organisation: at })
    .from(registrations)
    .where(eq(personId, profile.id))
    .orderBy(desc(createdAt), desc(id))
    .limit(LOOKED_AT);
  const last = (key: "name" | "organisation") => earlier.find((row) => row[key] !== "")?.[key] ?? "";
  return { email, name: name || last("name"), organisation: organisation || last("organisation") };
}
