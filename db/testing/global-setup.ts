import { randomBytes } from "node:crypto";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../migrate";
import { connectToServer, createDatabase, databaseUrl, dropDatabase, dropLeftovers } from "./server";

declare module "vitest" {
  interface ProvidedContext {
    /** Prefix of every database of this run; `<run>_template` holds the migrated schema. */
    testRun: string;
  }
}

let tearDown: (() => Promise<void>) | undefined;

/**
 * One migrated template per run. The open connection carries the run's name as long as the run lives, which is
 * how a later run knows which databases a crashed one left behind.
 */
export async function setup(project: TestProject): Promise<void> {
  const run = `plenum_test_${randomBytes(5).toString("hex")}`;
  const server = await connectToServer(run);
  await dropLeftovers(server);
  const template = `${run}_template`;
  await createDatabase(server, template);
  await migrateDatabase(databaseUrl(template));
  project.provide("testRun", run);

  tearDown = async () => {
    const { rows } = await server.query<{ datname: string }>(
      "select datname from pg_database where starts_with(datname, $1)",
      [`${run}_`],
    );
    for (const { datname } of rows) await dropDatabase(server, datname);
    await server.end();
  };
}

export const teardown = () => tearDown?.();
