import { randomBytes } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { connectToServer, createDatabase, dropDatabase, dropLeftovers } from "./server";

const [alive, crashed] = ["a", "b"].map((letter) => `plenum_test_${letter}${randomBytes(4).toString("hex")}`);
const runs = [alive ?? "", crashed ?? ""];

afterAll(async () => {
  const server = await connectToServer("cleaning");
  for (const run of runs) await dropDatabase(server, `${run}_template`);
  await server.end();
});

it("drops what a crashed run left behind, and nothing of a run that is still going", async () => {
  const [going, gone] = await Promise.all(runs.map(connectToServer));
  for (const run of runs) if (going) await createDatabase(going, `${run}_template`);
  await gone?.end();
  const cleaner = await connectToServer("cleaning");
  // The server forgets an ended connection a moment later.
  await expect
    .poll(
      async () => {
        await dropLeftovers(cleaner);
        const { rows } = await cleaner.query<{ datname: string }>("select datname from pg_database");
        return rows.map((row) => row.datname).filter((name) => runs.some((run) => name.startsWith(run)));
      },
      { timeout: 15_000 },
    )
    .toEqual([`${alive}_template`]);
  await cleaner.end();
  await going?.end();
});
