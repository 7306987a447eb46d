import "server-only";
import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { db, type Reader } from "@/db/client";
import { networkMembers } from "@/db/schema/alliance";
import { roleInvitations } from "@/db/schema/alliance-roles";
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

/** The address that somebody is invited by; undefined for nobody. */
export async function addressOf(reader: Reader, personId: Id<"person">): Promise<string | undefined> {
  const [person] = await reader.select({ email: people.email }).from(people).where(eq(people.id, personId));
  return person?.email;
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

/** The networks that this person has a role in or could take one in, in the order in which everybody locks several. */
export async function networksNaming(reader: Reader, personId: Id<"person">): Promise<Id<"network">[]> {
  const named = { networkId: networkMembers.networkId };
  const held = reader.select(named).from(networkMembers).where(eq(networkMembers.personId, personId));
  const offered = reader
    .select({ networkId: roleInvitations.networkId })
    .from(roleInvitations)
    .innerJoin(people, eq(people.email, roleInvitations.email))
    .where(
      and(eq(people.id, personId), isNull(roleInvitations.acceptedAt), isNull(roleInvitations.withdrawnAt)),
    );
  const rows = await union(held, offered);
  return rows.map(({ networkId }) => networkId).sort();
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

/** The owners of a network who have proven their address: whom a mail about the network itself goes to. */
export async function ownersOf(networkId: Id<"network">, reader: Reader = db()) {
  return reader
    .select({ id: people.id, name: people.name, email: people.email, locale: people.locale })
    .from(networkMembers)
    .innerJoin(people, eq(people.id, networkMembers.personId))
    .where(
      and(
        eq(networkMembers.networkId, networkId),
        eq(networkMembers.role, "network_admin"),
        isNotNull(people.emailVerified),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(people.id);
}
