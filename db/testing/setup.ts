import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { cloneDatabase, connectToServer, databaseUrl } from "./server";

/**
 * Runs before each test file: a fresh clone of the template, named after the vitest worker, and an environment
 * that points at it before anything reads one. Each file starts with empty tables.
 */
const run = inject("testRun");
const name = `${run}_w${process.env.VITEST_POOL_ID ?? "0"}`;
const server = await connectToServer(`${run}_setup`);
await cloneDatabase(server, `${run}_template`, name);
await server.end();

process.env.DATABASE_URL = databaseUrl(name);
// Files too: what a test stores or deletes must never lie among those of a demo.
// The name is the worker's, because what reads it may remember it for the next file in the same process.
const data = join(tmpdir(), name);
mkdirSync(data, { recursive: true });
process.env.PLENUM_DATA = data;
process.env.AUTH_SECRET ??= "unit-tests-only-0123456789abcdef-0123456789abcdef";
process.env.LIVEKIT_URL ??= "ws://127.0.0.1:7880";
process.env.LIVEKIT_API_KEY ??= "testkey";
process.env.LIVEKIT_API_SECRET ??= "unit-tests-only-0123456789abcdef-0123456789abcdef";
process.env.LOG_LEVEL ??= "silent";

afterAll(async () => {
  const { forgetPool } = await import("../client");
  await forgetPool();
  rmSync(data, { recursive: true, force: true });
});
