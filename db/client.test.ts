import { sql } from "drizzle-orm";
import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { db, pool, type Reader } from "./client";

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

const backend = async (reader: Reader) => {
  const { rows } = await reader.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return rows[0]?.pid;
};

it("a connection that is cut within a transaction is thrown away, and the next one works", async () => {
  const given: unknown[] = [];
  const note = (error: unknown) => given.push(error);
  pool().on("release", note);
  const cut = db().transaction(async (tx) => {
    await pool().query("select pg_terminate_backend($1)", [await backend(tx)]);
    return tx.execute(sql`select 2`);
  });
  await expect(cut).rejects.toThrow();
  pool().off("release", note);
  // The first one did the cutting. The pool is told of the other, and need not find out by itself.
  expect(given.map(Boolean)).toEqual([false, true]);
  expect(await everything()).toEqual([{ one: 1 }]);
});

it("what a failed transaction wrote is gone, and its connection is used again", async () => {
  const before = await backend(db());
  let within: number | undefined;
  const failed = db().transaction(async (tx) => {
    within = await backend(tx);
    await tx.execute(sql`create table never (id int)`);
    throw new Error("changed my mind");
  });
  await expect(failed).rejects.toThrow("changed my mind");
  expect([within, await backend(db())]).toEqual([before, before]);
  expect((await db().execute(sql`select to_regclass('never') as found`)).rows).toEqual([{ found: null }]);
});
