import "server-only";
import { and, eq, lt, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { HeldAddress } from "../schema";

/** True of rows for one of these addresses, made while somebody had it; of none where there are no addresses. */
export const isForAddress = (
  addresses: readonly HeldAddress[],
  row: { email: AnyPgColumn; createdAt: AnyPgColumn },
): SQL | undefined =>
  or(
    sql`false`,
    ...addresses.map(({ email, until }) =>
      and(eq(row.email, email), until ? lt(row.createdAt, until) : undefined),
    ),
  );
