import { sql } from "drizzle-orm";
import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { db, pool } from "./client";

afterEach(() => {
  vi.restoreAllMocks();
});

const everything = async () => (await db().execute(sql`select 1 as one`)).rows;

it("R01: transactions that can't begin leave every connection in the pool", async () => {
  for (let time = 0; time <= (pool().options.max ?? 0); time++) {
    vi.spyOn(pg.Client.prototype, "query").mockRejectedValueOnce(new Error("cut") as never);
    await expect(db().transaction(async () => "begun")).rejects.toThrow();
    vi.restoreAllMocks();
  }
  expect(pool().waitingCount).toBe(0);
  expect(await db().transaction((tx) => tx.execute(sql`select 1 as one`).then(({ rows }) => rows))).toEqual([
    { one: 1 },
  ]);
});

it("a connection that is cut within a transaction is thrown away, and the next one works", async () => {
  const cut = db().transaction(async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await pool().query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    return tx.execute(sql`select 2`);
  });
  await expect(cut).rejects.toThrow();
  expect(await everything()).toEqual([{ one: 1 }]);
});

it("what a failed transaction wrote is gone, and its connection is used again", async () => {
  const before = pool().totalCount;
  const failed = db().transaction(async (tx) => {
    await tx.execute(sql`create table never (id int)`);
    throw new Error("changed my mind");
  });
  await expect(failed).rejects.toThrow("changed my mind");
  expect((await db().execute(sql`select to_regclass('never') as found`)).rows).toEqual([{ found: null }]);
  expect(pool().totalCount).toBe(before);
});
