import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { assetName, fetchRelease } from "./livekit-release.mjs";

const VERSION = "1.13.5";
const PROGRAM = "#!/bin/sh\necho 'livekit-server version 1.13.5'\n";
const asset = assetName(VERSION) ?? "";
const portOf = (server: Server) => z.object({ port: z.number() }).parse(server.address()).port;

let folder = "";
let server: Server | undefined;

/** A local server that plays the release page. */
async function releasePage(listener: RequestListener): Promise<void> {
  const made = createServer(listener);
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  server = made;
  process.env.PLENUM_LIVEKIT_RELEASES = `http://127.0.0.1:${portOf(made)}/download/`;
}

function archive(): Buffer {
  const inside = join(folder, "inside");
  mkdirSync(inside);
  writeFileSync(join(inside, "livekit-server"), PROGRAM);
  spawnSync("tar", ["-czf", join(folder, "archive.tgz"), "-C", inside, "livekit-server"]);
  return readFileSync(join(folder, "archive.tgz"));
}

/** Serves the archive and a checksums.txt that says `sum` of it. */
const withSum =
  (body: Buffer, sum: string): RequestListener =>
  (request, response) => {
    if (request.url === `/download/v${VERSION}/checksums.txt`)
      response.end(`${"0".repeat(64)}  other.zip\n${sum}  ${asset}\n`);
    else if (request.url === `/download/v${VERSION}/${asset}`) response.end(body);
    else response.writeHead(404).end();
  };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "release-test-"));
});
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(undefined));
  delete process.env.PLENUM_LIVEKIT_RELEASES;
  rmSync(folder, { recursive: true, force: true });
});

const whySkipped =
  process.platform === "linux"
    ? ""
    : ` (skipped: the archive here is made with tar, and ${process.platform} has a zip or no release)`;

describe.skipIf(whySkipped !== "")(`the release download of livekit-server${whySkipped}`, () => {
  it("is unpacked when its SHA-256 is the one of checksums.txt", async () => {
    const body = archive();
    await releasePage(withSum(body, createHash("sha256").update(body).digest("hex")));
    const target = join(folder, "cache", "livekit-server");
    await fetchRelease({ version: VERSION, target });
    expect(readFileSync(target, "utf8")).toBe(PROGRAM);
    expect(statSync(target).mode & 0o111).not.toBe(0);
  });

  it("is refused when its SHA-256 is another, and leaves nothing behind", async () => {
    await releasePage(withSum(archive(), "f".repeat(64)));
    const target = join(folder, "cache", "livekit-server");
    await expect(fetchRelease({ version: VERSION, target })).rejects.toThrow("SHA-256");
    expect(existsSync(target)).toBe(false);
  });

  it("is refused when checksums.txt does not name it", async () => {
    await releasePage((_request, response) => response.end(`${"0".repeat(64)}  other.zip\n`));
    await expect(fetchRelease({ version: VERSION, target: join(folder, "x") })).rejects.toThrow(
      "does not name",
    );
  });

  it("is given up when the host stays silent", async () => {
    await releasePage(() => undefined);
    const attempt = fetchRelease({ version: VERSION, target: join(folder, "x"), quiet: 200 });
    await expect(attempt).rejects.toThrow("no answer for 0.2 s");
  });

  it("is given up when the host is out of reach", async () => {
    process.env.PLENUM_LIVEKIT_RELEASES = "http://127.0.0.1:9/download";
    await expect(fetchRelease({ version: VERSION, target: join(folder, "x") })).rejects.toThrow();
  });
});
