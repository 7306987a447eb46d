import "server-only";
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import type { Reader } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { people } from "@/db/schema/people";
import type { Id } from "@/lib/ids";

/** The person who has proven this address; undefined while nobody has. */
export async function provenPersonOf(reader: Reader, email: string): Promise<Id<"person"> | undefined> {
  const [person] = await reader
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, email), isNotNull(people.emailVerified), isNull(people.erasedAt)));
  return person?.id;
}

/** Owners of a network beside this person who can still sign in. */
export async function countOtherOwners(
  reader: Reader,
  { networkId, personId }: { networkId: Id<"network">; personId: Id<"person"> },
): Promise<number> {
  const rows = await reader
    .select({ id: people.id })
    .from(networkMembers)
    .innerJoin(people, eq(people.id, networkMembers.personId))
    .where(
      and(
        eq(networkMembers.networkId, networkId),
        eq(networkMembers.role, "network_admin"),
        ne(networkMembers.personId, personId),
        isNull(people.erasedAt),
      ),
    );
  return rows.length;
}

/** Who is in a network by name with this address, proven or not. */
export async function memberOfAddress(
  reader: Reader,
  { networkId, email }: { networkId: Id<"network">; email: string },
): Promise<Id<"person"> | undefined> {
  const [member] = await reader
    .select({ id: people.id })
    .from(networkMembers)
    .innerJoin(people, eq(people.id, networkMembers.personId))
    .where(
      and(
        eq(networkMembers.networkId, networkId),
        eq(networkMembers.role, "member"),
        eq(people.email, email),
      ),
    );
  return member?.id;
}
