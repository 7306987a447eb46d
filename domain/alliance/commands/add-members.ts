import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import { noAddressIn, peopleIn } from "@/domain/people/rules/address-list";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { MOST_LISTED, MOST_PASTED } from "../rules";
import { addMembersInput } from "../schema";

/** Of these addresses the ones whose people are listed with another one since. */
async function movedFrom(tx: Transaction, networkId: Id<"network">, emails: string[]): Promise<string[]> {
  const { listedAs } = networkAddresses;
  const rows = await tx
    .select({ listedAs })
    .from(networkAddresses)
    .where(and(eq(networkAddresses.networkId, networkId), inArray(listedAs, emails)));
  return rows.flatMap((row) => row.listedAs ?? []);
}

const listAll = async (tx: Transaction, rows: (typeof networkAddresses.$inferInsert)[]) =>
  rows.length === 0
    ? []
    : tx
        .insert(networkAddresses)
        .values(rows)
        .onConflictDoNothing()
        .returning({ email: networkAddresses.email });

const TOLD = 20;
type Added = { added: number; known: number; refused: string[] };

/**
 * Puts every address of a pasted text on the network's list of members. What is there already stays, so a whole table
 * can be pasted again; so does who has another address by now than the table says. The field `text` says what is wrong: email_required, no_address_in, too_many.
 */
export const addMembers = defineCommand({
  name: "add-members",
  input: addMembersInput,
  permission: "members.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async ({ tx, now }, { text }, { networkId }): Promise<Result<Added, "input">> => {
    const wrong = (problem: string) => fail("invalid", "input", { fields: { text: [problem] } });
    const { people, unread } = peopleIn(text);
    const addresses = people.map(({ email }) => email);
    // Headings and other lines of a table are passed over; what tries to be an address is named.
    const refused = unread.filter(({ isAddress }) => isAddress).map((one) => one.text);
    if (addresses.length === 0)
      return refused.length > 0 ? noAddressIn(refused.slice(0, TOLD)) : wrong("email_required");
    if (addresses.length > MOST_PASTED) return wrong("too_many");
    const listed = await tx.$count(networkAddresses, eq(networkAddresses.networkId, networkId));
    if (listed + addresses.length > MOST_LISTED) return wrong("too_many");
    const moved = new Set(await movedFrom(tx, networkId, addresses));
    const wanted = addresses.filter((email) => !moved.has(email));
    const rows = await listAll(
      tx,
      wanted.map((email) => ({ networkId, email, createdAt: now })),
    );
    return ok({
      added: rows.length,
      known: addresses.length - rows.length,
      refused: refused.slice(0, TOLD),
    });
  },
});
