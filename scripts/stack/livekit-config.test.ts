import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeLivekitConfig } from "./livekit-config.mjs";

const SECRET = "only-for-this-user-0123456789abcdef";
const choice = { key: "plenumx", secret: SECRET, http: 1, tcp: 2, udp: 3, turn: 4, relay: 5 };
const webhook = "http://127.0.0.1:3000/api/livekit";

let data = "";
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "plenum-livekit-"));
});
afterEach(() => rmSync(data, { recursive: true }));

it("keeps the secret from everybody else", () => {
  const path = writeLivekitConfig({ data, choice, webhook });
  expect(readFileSync(path, "utf8")).toContain(`plenumx: ${SECRET}`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("never writes it into a file that somebody else holds open", () => {
  const former = join(data, "livekit.yaml");
  writeFileSync(former, "port: 1\n", { mode: 0o644 });
  const held = openSync(former, "r");
  const path = writeLivekitConfig({ data, choice, webhook });
  expect(readFileSync(held, "utf8")).toBe("port: 1\n");
  closeSync(held);
  expect(readFileSync(path, "utf8")).toContain(SECRET);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("tells nodes of their Redis with its password in the same guarded file, and a lone server of none", () => {
  const redis = { address: "127.0.0.1:6379", username: "", password: 'p"ss', db: 0, tls: false };
  const text = readFileSync(writeLivekitConfig({ data, choice, webhook, redis }), "utf8");
  expect(text).toContain(String.raw`password: "p\"ss"`);
  expect(text).toContain("enable_psrpc_for_get_list_participants: true");
  expect(readFileSync(writeLivekitConfig({ data, choice, webhook }), "utf8")).not.toMatch(/redis|psrpc/);
});
