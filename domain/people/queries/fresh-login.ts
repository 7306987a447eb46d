import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { db, type Reader } from "@/db/client";
import { logins } from "@/db/schema/people";
import type { Id } from "@/lib/ids";
import { freshSince } from "../rules";

/** Whether this very login of the person was opened a moment ago: its address was proven then. */
export async function isFreshLogin(
  { sessionToken, personId, now }: { sessionToken: string; personId: Id<"person">; now: Date },
  reader: Reader = db(),
): Promise<boolean> {
  const { userId, createdAt, expires } = logins;
  const fresh = and(
    eq(logins.sessionToken, sessionToken),
    eq(userId, personId),
    gt(createdAt, freshSince(now)),
    gt(expires, now),
  );
  return (await reader.$count(logins, fresh)) > 0;
}
