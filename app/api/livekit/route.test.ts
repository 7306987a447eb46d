import { createHash } from "node:crypto";
import { SignJWT } from "jose";
import { beforeEach, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { webhookReceipts } from "@/db/schema/kernel";
import { env } from "@/lib/env";
import { POST } from "./route";

// Next runs `after` once the answer is out; here the work is kept and run by the test.
const later: (() => Promise<unknown>)[] = [];
vi.mock("next/server", () => ({ after: (work: () => Promise<unknown>) => later.push(work) }));

const event = (id: string, name = "nowhere") =>
  JSON.stringify({ id, event: "participant_joined", createdAt: "1764000000", room: { name } });

type Sign = { secret?: string; hash?: string; expires?: string };
async function signed(body: string, { secret, hash, expires = "5m" }: Sign = {}): Promise<string> {
  const sha256 = hash ?? createHash("sha256").update(body).digest("base64");
  const key = new TextEncoder().encode(secret ?? env().LIVEKIT_API_SECRET);
  return new SignJWT({ sha256 })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(env().LIVEKIT_API_KEY)
    .setNotBefore("-10m")
    .setExpirationTime(expires)
    .sign(key);
}

const post = (body: string, authorization?: string) =>
  POST(
    new Request("http://localhost:3000/api/livekit", {
      method: "POST",
      body,
      headers: authorization ? { authorization } : {},
    }),
  );
const stored = () => db().$count(webhookReceipts);

beforeEach(async () => {
  await db().delete(webhookReceipts);
  later.length = 0;
});

test("S64: no signature, a forged one, a wrong body hash and an expired one get 401 and store nothing", async () => {
  const body = event("EV_1");
  const refused = [
    undefined,
    "Bearer nonsense",
    await signed(body, { secret: "another-secret-of-sufficient-length-0123456789" }),
    await signed(body, { hash: "AAAA" }),
    await signed(event("EV_2")),
    await signed(body, { expires: "-2m" }),
  ];
  for (const authorization of refused) expect((await post(body, authorization)).status).toBe(401);
  expect(await stored()).toBe(0);
});

test("S64: ten megabytes are refused without being read to the end", async () => {
  expect((await post("x".repeat(10_000_000))).status).toBe(400);
});

test("a signed webhook is stored once, however often it is replayed, and has no effect for an unknown room", async () => {
  const body = event("EV_3");
  const authorization = await signed(body);
  for (let times = 0; times < 3; times++) expect((await post(body, authorization)).status).toBe(200);
  expect(await stored()).toBe(1);
  for (const work of later) await work();
  const [receipt] = await db().select().from(webhookReceipts);
  expect(receipt?.appliedAt).not.toBeNull();
});

test("an event without an id, which nothing could tell apart from its repeat, is refused", async () => {
  const body = event("");
  expect((await post(body, await signed(body))).status).toBe(400);
});

test("nothing is kept of whoever tests their technology", async () => {
  const body = event("EV_4", "check-0123456789");
  expect((await post(body, await signed(body))).status).toBe(200);
  expect(await stored()).toBe(0);
  expect(later).toHaveLength(0);
});
