import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { outbox } from "@/db/schema/kernel";
import { mails } from "@/db/schema/notifications";
import { withoutLockOn, worstOf } from "@/db/testing/races";
import { deliverNextFact, type StoredFact } from "@/domain/kernel/outbox";
import type { MailServer } from "@/lib/mail/testing/mail-server";
import { endMailing, startMailing } from "@/lib/mail/testing/mailing";
import { deliverDue } from "./mail-delivery";

const WORKERS = 4;
const MANY = 20;
const numbers = Array.from({ length: MANY }, (_, number) => number);

let server: MailServer;
beforeEach(async () => {
  server = await startMailing();
});
afterEach(() => endMailing(server));

/** Several workers find the same mails due; how many letters the mail server gets. */
async function lettersOfMany(): Promise<number> {
  const before = server.received.length;
  await db()
    .insert(mails)
    .values(
      numbers.map(() => ({
        ...{ dedupeKey: crypto.randomUUID(), kind: "signin.requested", toEmail: "anna@example.org" },
        ...{ locale: "de" as const, subject: "x", html: "x", text: "x" },
        nextAttemptAt: new Date(Date.now() - 1_000),
      })),
    );
  await Promise.all(Array.from({ length: WORKERS }, () => deliverDue()));
  return server.received.length - before;
}

/** Several workers take facts from one lane; how often somebody was told. */
async function tellingsOfMany(): Promise<number> {
  const kind = `test.${crypto.randomUUID()}`;
  const createdAt = new Date();
  await db()
    .insert(outbox)
    .values(numbers.map(() => ({ id: crypto.randomUUID(), kind, payload: {}, createdAt })));
  const told: string[] = [];
  const teller = { name: "teller", handle: async ({ id }: StoredFact) => void told.push(id) };
  const lane = { subscribersOf: () => [teller], kinds: { only: [kind] } };
  const work = async (): Promise<void> => {
    while (await deliverNextFact(lane));
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  expect(new Set(told).size, "none is left out").toBe(MANY);
  return told.length;
}

describe("I7: several workers at the same moment", { timeout: 60_000 }, () => {
  it("send each mail once", async () => {
    expect(await lettersOfMany()).toBe(MANY);
  });

  it("tell each fact once", async () => {
    expect(await tellingsOfMany()).toBe(MANY);
  });
});

describe("the same without the locks of the rows", { timeout: 60_000 }, () => {
  const putBack: (() => void)[] = [];
  beforeAll(() => {
    for (const table of ["mails", "outbox"]) putBack.push(withoutLockOn(table));
  });
  afterAll(() => {
    for (const back of putBack.reverse()) back();
  });

  it("send a mail twice", async () => {
    expect(await worstOf(lettersOfMany, MANY)).toBeGreaterThan(MANY);
  });

  it("tell a fact twice", async () => {
    expect(await worstOf(tellingsOfMany, MANY)).toBeGreaterThan(MANY);
  });
});
