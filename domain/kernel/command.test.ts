import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { db, type Transaction } from "@/db/client";
import { settings } from "@/db/schema/admin";
import { auditEntries, idempotencyAnswers, outbox } from "@/db/schema/kernel";
import { guest, personActor, system } from "@/db/testing/actors";
import type { Actor } from "@/domain/policy";
import { newId } from "@/lib/ids";
import { fail, ok } from "@/lib/result";
import { defineCommand } from "./command";
import { within } from "./within";

const input = z.object({ key: z.string(), refuse: z.boolean().default(false) });
const networkId = newId("network");

const write = (tx: Transaction, key: string, value: unknown, at: Date) =>
  tx.insert(settings).values({ key, value, changedAt: at });

const setUp = defineCommand({
  name: "set-up",
  input,
  permission: "demo.manage",
  load: async (_context, { key }) => (key === "nowhere" ? undefined : { networkId }),
  run: async ({ tx, now, emit }, { key, refuse }) => {
    await write(tx, key, 1, now);
    await emit({ kind: "setting.made", payload: { key } });
    return refuse ? fail("conflict", "refused") : ok({ key });
  },
  onConstraint: { settings_pkey: fail("conflict", "taken").failure },
});

const outer = defineCommand({
  name: "outer",
  input,
  permission: "demo.manage",
  load: async () => ({ networkId }),
  run: async (context, { key, refuse }) => {
    await write(context.tx, `${key}-outer`, 1, context.now);
    await context.emit({ kind: "outer.done", payload: { key } });
    return ok(await within(context, setUp, { key, refuse }));
  },
});

/** Tells what no JSON column holds. */
const unspeakable = defineCommand({
  name: "unspeakable",
  input,
  permission: "demo.manage",
  load: async () => ({ networkId }),
  run: async ({ tx, now, emit }, { key }) => {
    await write(tx, key, 1, now);
    await emit({ kind: "setting.made", payload: { key: "\u0000" } });
    return ok({ key });
  },
});

/** Tells or answers what JSON cannot say, so that no statement can be made of it. */
const mute = defineCommand({
  name: "mute",
  input,
  permission: "demo.manage",
  load: async () => ({ networkId }),
  run: async ({ tx, now, emit }, { key }) => {
    await write(tx, key, 1, now);
    await emit({ kind: "setting.made", payload: { key: key === "answer" ? key : 1n } });
    return ok({ key: key === "answer" ? 1n : key });
  },
});

const counting = defineCommand({
  name: "counting",
  input,
  permission: "person.signIn",
  load: async () => ({ networkId }),
  run: async ({ tx, now }, { key }) => {
    await write(tx, `${key}-${newId("audit")}`, 1, now);
    return ok({ made: newId("audit") });
  },
});

const rows = () => db().select({ key: settings.key }).from(settings);
const facts = () => db().select().from(outbox).orderBy(outbox.seq);
const audits = () => db().select().from(auditEntries);

beforeEach(async () => {
  await db().execute(sql`truncate settings, outbox, audit_entries, idempotency_answers`);
});

describe("a command", () => {
  it("writes its rows, one audit row and its facts together", async () => {
    const now = new Date("2026-11-24T10:00:00Z");
    expect(await setUp({ actor: system, input: { key: "a" }, now, requestId: "req-1" })).toEqual(
      ok({ key: "a" }),
    );
    expect(await rows()).toEqual([{ key: "a" }]);
    expect(await facts()).toMatchObject([{ kind: "setting.made", payload: { key: "a" }, createdAt: now }]);
    expect(await audits()).toMatchObject([
      { command: "set-up", permission: "demo.manage", outcome: "ok", networkId, at: now, requestId: "req-1" },
    ]);
  });

  it("leaves nothing behind when it refuses", async () => {
    const result = await setUp({ actor: system, input: { key: "a", refuse: true } });
    expect(result).toEqual(fail("conflict", "refused"));
    expect([await rows(), await facts(), await audits()]).toEqual([[], [], []]);
  });

  it("fails and leaves nothing behind when what it tells cannot be written", async () => {
    const call = { actor: system, input: { key: "a" }, idempotencyKey: "key-9" };
    await expect(unspeakable(call)).rejects.toMatchObject({ cause: { code: "22P05" } });
    expect([await rows(), await facts(), await audits()]).toEqual([[], [], []]);
    // Nor is the answer remembered that nobody got.
    await expect(unspeakable(call)).rejects.toThrow();
  });

  it.each(["fact", "answer"])(
    "leaves nothing behind when no statement can be made of its %s",
    async (key) => {
      const call = { actor: system, input: { key }, idempotencyKey: "key-8" };
      for (const _press of [1, 2]) await expect(mute(call)).rejects.toThrow("BigInt");
      expect([await rows(), await facts(), await audits()]).toEqual([[], [], []]);
      expect(await db().$count(idempotencyAnswers)).toBe(0);
    },
  );

  it("names the field of wrong input and touches nothing", async () => {
    const result = await setUp({ actor: system, input: { key: 3 } });
    expect(result).toEqual(fail("invalid", "input", { fields: { key: ["invalid"] } }));
    expect(await audits()).toEqual([]);
  });

  it("turns a violated constraint that it expects into a refusal", async () => {
    await setUp({ actor: system, input: { key: "a" } });
    expect(await setUp({ actor: system, input: { key: "a" } })).toEqual(fail("conflict", "taken"));
  });

  it("records who tried without permission, and looks to them as if the row were missing", async () => {
    const result = await setUp({ actor: guest, input: { key: "a" } });
    expect(result).toEqual(await setUp({ actor: guest, input: { key: "nowhere" } }));
    expect(result).toEqual(fail("not_found", "missing"));
    expect(await rows()).toEqual([]);
    expect(await audits()).toMatchObject([{ command: "set-up", actorKind: "guest", outcome: "not_allowed" }]);
  });
});

describe("a command that is refused again and again", () => {
  const now = new Date("2026-11-24T10:00:00Z");
  const knock = (actor: Actor) =>
    Promise.all(Array.from({ length: 30 }, () => setUp({ actor, input: { key: "a" }, now })));

  it("records a guest once and answers as ever, and a person every time", async () => {
    expect(new Set((await knock(guest)).map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify(fail("not_found", "missing"))]),
    );
    expect(await audits()).toMatchObject([{ command: "set-up", actorKind: "guest", outcome: "not_allowed" }]);
    await knock(personActor({ id: newId("person") }));
    expect(await audits()).toHaveLength(31);
  });
});

describe("a command within a command", () => {
  it("shares the transaction and the instant, and both are recorded", async () => {
    await outer({ actor: system, input: { key: "a" } });
    expect((await rows()).map((row) => row.key).sort()).toEqual(["a", "a-outer"]);
    expect((await facts()).map((fact) => fact.kind)).toEqual(["outer.done", "setting.made"]);
    expect((await audits()).map((row) => row.command).sort()).toEqual(["outer", "set-up"]);
    expect(new Set((await facts()).map((fact) => fact.createdAt.getTime())).size).toBe(1);
  });

  it("rolls back both and answers with the inner refusal", async () => {
    const result = await outer({ actor: system, input: { key: "a", refuse: true } });
    expect(result).toEqual(fail("conflict", "refused"));
    expect([await rows(), await facts(), await audits()]).toEqual([[], [], []]);
  });

  it("answers with the refusal that the inner one has for a violated constraint", async () => {
    await setUp({ actor: system, input: { key: "a" } });
    expect(await outer({ actor: system, input: { key: "a" } })).toEqual(fail("conflict", "taken"));
    expect(await rows()).toEqual([{ key: "a" }]);
  });
});

describe("an idempotency key", () => {
  const call = (idempotencyKey?: string) => counting({ actor: guest, input: { key: "n" }, idempotencyKey });

  it("gives two calls at once one effect and one answer", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => call("key-1")));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await rows()).toHaveLength(1);
  });

  it("is what makes the difference: without it each call has its effect", async () => {
    await Promise.all(Array.from({ length: 8 }, () => call()));
    expect(await rows()).toHaveLength(8);
  });

  it("is worth nothing to somebody else, nor for something else", async () => {
    const seated = (): Actor => ({
      type: "guest",
      seats: [{ registrationId: newId("registration"), eventId: newId("event"), via: "mail" }],
    });
    const [ada, bea] = [seated(), seated()];
    const by = (actor: Actor, key = "n") => counting({ actor, input: { key }, idempotencyKey: "key-3" });
    const first = await by(ada);
    expect(await by(ada)).toEqual(first);
    for (const other of [await by(bea), await by(guest), await by(ada, "m")])
      expect(other).not.toEqual(first);
    expect(await rows()).toHaveLength(4);
  });

  it("is not remembered for a call that was refused", async () => {
    const refused = { actor: system, input: { key: "a", refuse: true }, idempotencyKey: "key-2" };
    expect(await setUp(refused)).toEqual(fail("conflict", "refused"));
    expect(await setUp({ ...refused, input: { key: "a" } })).toEqual(ok({ key: "a" }));
  });
});

describe("a deadlock", () => {
  const order = z.object({ first: z.string(), second: z.string() });
  let waiting: (() => void)[] = [];

  /** Both sides hold their first row before either asks for its second: a deadlock for certain. */
  const meet = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (waiting.length < 2) return;
      for (const go of waiting) go();
    });

  it("is repeated, so both commands succeed", async () => {
    await db()
      .insert(settings)
      .values(["x", "y"].map((key) => ({ key, value: 0, changedAt: new Date() })));
    waiting = [];
    let passes = 0;
    const add = (tx: Transaction, key: string) =>
      tx
        .update(settings)
        .set({ value: sql`to_jsonb((value #>> '{}')::int + 1)` })
        .where(eq(settings.key, key));
    const addBoth = defineCommand({
      name: "add-both",
      input: order,
      permission: "person.signIn",
      load: async () => ({ networkId }),
      run: async ({ tx }, { first, second }) => {
        await add(tx, first);
        if (++passes <= 2) await meet();
        await add(tx, second);
        return ok(null);
      },
    });
    const results = await Promise.all([
      addBoth({ actor: guest, input: { first: "x", second: "y" } }),
      addBoth({ actor: guest, input: { first: "y", second: "x" } }),
    ]);
    expect(results).toEqual([ok(null), ok(null)]);
    expect(passes).toBeGreaterThan(2);
    expect((await db().select().from(settings)).map((row) => row.value)).toEqual([2, 2]);
  });
});
