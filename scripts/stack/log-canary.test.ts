import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { canariesIn } from "./log-canary.mjs";

const folder = mkdtempSync(join(tmpdir(), "plenum-log-"));
const log = join(folder, "app.log");
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ["a mail address", '{"msg":"refused ada-x1@example.org"}'],
  ["a name", '{"participant":"Ada Beispiel"}'],
  ["a token", "GET /rtc?access_token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abc"],
  ["a code", '{"code":"123456"}'],
])("finds %s in a log and does not repeat it", (what, line) => {
  writeFileSync(log, `{"msg":"request","path":"/j/[token]"}\n${line}\n`);
  expect(canariesIn([log, join(folder, "missing.log")])).toEqual([`${log}:2 holds ${what}`]);
});

it("is content with a log that tells of nobody", () => {
  writeFileSync(log, '{"level":"info","requestId":"x","path":"/r/reg_0123456789","status":200}\n');
  expect(canariesIn([log])).toEqual([]);
});
