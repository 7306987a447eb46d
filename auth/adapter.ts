import "server-only";
import { DrizzleAdapter } from "@auth/drizzle-adapter";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { db } from "@/db/client";
import { accounts, logins, people, verificationTokens } from "@/db/schema/people";
import { nameFromAddress } from "@/domain/people/rules";

/** next-auth's rows in our tables. A person is never without a name: others would see an empty tile. */
export function adapter(): Adapter {
  const base = DrizzleAdapter(db(), {
    usersTable: people,
    accountsTable: accounts,
    sessionsTable: logins,
    verificationTokensTable: verificationTokens,
  });
  const createUser = async (user: Omit<AdapterUser, "id">) => {
    if (!base.createUser) throw new Error("the adapter makes no people");
    return base.createUser({ ...user, id: "", name: user.name || nameFromAddress(user.email) });
  };
  return { ...base, createUser } as Adapter;
}
