import "server-only";
import { eq } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { people } from "@/db/schema/people";
import type { Id } from "@/lib/ids";

/**
 * A person, held until the transaction ends: no row that names them can be added meanwhile, because its reference needs
 * the same lock. What is read of theirs after this is all there will be.
 */
export async function holdPerson(personId: Id<"person">, reader: Reader) {
  const [person] = await reader.select().from(people).where(eq(people.id, personId)).for("update");
  return person;
}
