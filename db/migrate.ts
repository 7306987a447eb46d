import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";

/** Any number, as long as every process of every version asks for the same lock. */
const MIGRATION_LOCK = 7_046_001;

/**
 * Brings the database to the newest migration; several processes may call it at once. `folder` defaults to
 * `db/migrations` of the working folder, because a bundled worker has no source file to look beside.
 * Throws when the database is away or a migration fails; nothing is half applied then.
 */
export async function migrateDatabase(
  url: string,
  folder = join(process.cwd(), "db", "migrations"),
): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), { migrationsFolder: folder });
  } finally {
    // Ending the connection frees the lock as well.
    await client.end();
  }
}
