import { people } from "@/db/schema/people";
import type { Context } from "@/domain/kernel/context";
import type { Id } from "@/lib/ids";

type Proven = { email: string; name: string; locale: "de" | "en" };

/** The person of an address that was proven just now, made on the first sign-in. Whoever is there keeps their name. */
export async function provenPerson({ tx, now }: Context, proven: Proven): Promise<Id<"person">> {
  const [row] = await tx
    .insert(people)
    .values({ ...proven, emailVerified: now, createdAt: now })
    .onConflictDoUpdate({ target: people.email, set: { emailVerified: now } })
    .returning({ id: people.id });
  if (!row) throw new Error("the person was neither made nor found");
  return row.id;
}
