import "server-only";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { env } from "@/lib/env";
import { logger } from "@/lib/logger";

// Next may load this module more than once (route bundles, hot reload); one pool per process is the promise.
const shared = globalThis as typeof globalThis & { plenumPool?: pg.Pool };

function createPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 20,
    // Statements that are sent without waiting for one another share a round trip; see `lib/together`.
    pipeline: true,
    connectionTimeoutMillis: 4_000,
    statement_timeout: 5_000,
    idle_in_transaction_session_timeout: 10_000,
  });
  // Without a listener an idle connection that Postgres closes would end the process.
  pool.on("error", (error) => logger.warn({ error: error.message }, "idle database connection lost"));
  // The same for a connection that is cut while a transaction holds it: its next query fails, and that is handled.
  pool.on("connect", (client) =>
    client.on("error", (error) => logger.warn({ error: error.message }, "database connection lost")),
  );
  return pool;
}

/** The process's connection pool, made on first use so that a build needs no database. */
export function pool(): pg.Pool {
  shared.plenumPool ??= createPool();
  return shared.plenumPool;
}

/** Ends the pool; whoever asks again gets a new one. For tests: files that share a process each have a fresh database. */
export async function forgetPool(): Promise<void> {
  const { plenumPool } = shared;
  shared.plenumPool = undefined;
  await plenumPool?.end();
}

type Handle = NodePgDatabase & { $client: pg.Pool };

/**
 * drizzle's own `transaction` keeps a connection for ever whose `begin` failed, as it does when Postgres restarts
 * (drizzle-orm issue 6114), so connections are taken and given back here. One is used again when its transaction
 * ended as it should: drizzle passes on the work's own error only after a rollback.
 */
function transactionOn(client: pg.Pool): Handle["transaction"] {
  return async (work, config) => {
    const connection = await client.connect();
    let ownError: unknown;
    let isClean = false;
    try {
      const value = await drizzle({ client: connection }).transaction(
        (tx) =>
          work(tx).catch((error: unknown) => {
            ownError = error;
            throw error;
          }),
        config,
      );
      isClean = true;
      return value;
    } catch (error) {
      isClean = error === ownError;
      throw error;
    } finally {
      connection.release(!isClean);
    }
  };
}

function connect(): Handle {
  const client = pool();
  return Object.assign(drizzle({ client }), { transaction: transactionOn(client) });
}
let cached: { client: pg.Pool; db: ReturnType<typeof connect> } | undefined;

/** The database handle. A function, because nothing may connect while Next builds. */
export function db(): ReturnType<typeof connect> {
  const client = pool();
  if (cached?.client !== client) cached = { client, db: connect() };
  return cached.db;
}

export type Database = ReturnType<typeof db>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a query may run on: inside a command's transaction, or on its own. */
export type Reader = Database | Transaction;
