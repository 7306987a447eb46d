import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { databaseError } from "./failures";
import { inTurn, inTurns } from "./turns";

type Turn = [what: Parameters<typeof inTurn>[1], key: string];

/** Whether another transaction gets this turn now; it does not wait for long. */
const isFree = (...turn: Turn): Promise<boolean> =>
  db()
    .transaction(async (tx) => {
      await tx.execute(sql`set local lock_timeout = '100ms'`);
      await inTurn(tx, ...turn);
      return true;
    })
    .catch((error: unknown) => {
      if (databaseError(error)?.code === "55P03") return false;
      throw error;
    });

it("one transaction at a time has a turn, until it ends; other keys and other names are free", async () => {
  const ada = "ada@example.org";
  await db().transaction(async (tx) => {
    await inTurn(tx, "sign-in", ada);
    await inTurn(tx, "sign-in", ada);
    expect(await isFree("sign-in", ada)).toBe(false);
    expect(await isFree("typed-mails", ada)).toBe(true);
    expect(await isFree("sign-in", "ben@example.org")).toBe(true);
  });
  expect(await isFree("sign-in", ada)).toBe(true);
});

/** Until a transaction of this database waits for a turn. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = sql`select 1 from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where datname = current_database() and locktype = 'advisory' and not granted`;
  while ((await db().execute(waiting)).rowCount === 0);
}

it("several are taken in one order for everybody: whoever waits for the first holds none behind it", async () => {
  let both: Promise<void> | undefined;
  await db().transaction(async (tx) => {
    await inTurn(tx, "calendar", "a");
    both = db().transaction((other) => inTurns(other, "calendar", ["b", "a"]));
    await untilSomebodyWaits();
    expect(await isFree("calendar", "b")).toBe(true);
  });
  await both;
});
