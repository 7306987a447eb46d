import type { Transaction } from "@/db/client";
import { logins } from "@/db/schema/people";
import type { Id } from "@/lib/ids";
import { LOGIN_SECONDS } from "../rules";

/** A new login with a token of its own, never one that a browser brought along. */
export async function openLoginFor(tx: Transaction, personId: Id<"person">, now: Date) {
  const expires = new Date(now.getTime() + LOGIN_SECONDS * 1000);
  const sessionToken = crypto.randomUUID();
  await tx.insert(logins).values({ sessionToken, userId: personId, expires, createdAt: now });
  return { sessionToken, expires: expires.toISOString(), personId };
}
