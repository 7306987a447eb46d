import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { networkAddresses } from "@/db/schema/alliance";
import { defineCommand } from "@/domain/kernel/command";
import type { Id } from "@/lib/ids";
import { fail, ok, type Result } from "@/lib/result";
import { lockNetwork } from "../internal/lock-network";
import { addressesIn, MOST_LISTED, MOST_PASTED } from "../rules";
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

type Added = { added: number; known: number; refused: string[] };

/**
 * Puts every address of a pasted text on the network's list of members. What is there already stays, so a whole table
 * can be pasted again; so does who has another address by now than the table says. The field `text` says what is wrong: email_required, too_many.
 */
export const addMembers = defineCommand({
  name: "add-members",
  input: addMembersInput,
  permission: "members.manage",
  load: ({ tx }, { networkId }) => lockNetwork(tx, networkId),
  run: async ({ tx, now }, { text }, { networkId }): Promise<Result<Added, "input">> => {
    const wrong = (problem: string) => fail("invalid", "input", { fields: { text: [problem] } });
    const { addresses, refused } = addressesIn(text);
    if (addresses.length === 0) return wrong(refused.length > 0 ? "email_malformed" : "email_required");
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
      refused: refused.slice(0, 20),
    });
  },
});
