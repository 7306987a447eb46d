import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { signalOnly } from "@/lib/livekit/testing/signalling";
import { launchLivekit, stopServer } from "./livekit.mjs";
import { programHere } from "./livekit-binary.mjs";
import { chooseLivekit, writeLivekitConfig } from "./livekit-config.mjs";

/** More than the 200 that livekit-server keeps for a room unless it is told otherwise. */
const PEOPLE = 260;
/** How long the app takes for each: longer than people take to come. */
const SLOW_MS = 25;
const AT_ONCE = 20;
const ROOM = "a-full-house";
const program = programHere();

const told = z.object({ id: z.string(), event: z.string() });
const seen = new Map<string, string>();
let app: Server;
let data = "";
let pid = 0;
let choice: Awaited<ReturnType<typeof chooseLivekit>>;

beforeEach(async () => {
  seen.clear();
  data = mkdtempSync(join(tmpdir(), "plenum-webhooks-"));
  choice = await chooseLivekit(data);
  app = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const { id, event } = told.parse(JSON.parse(body));
      seen.set(id, event);
      setTimeout(() => response.end(), SLOW_MS);
    });
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  if (pid) await stopServer(pid);
  pid = 0;
  app.closeAllConnections();
  app.close();
  rmSync(data, { recursive: true, force: true });
});

const token = (grant: object, identity = "app") =>
  new SignJWT({ video: grant })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(choice.key)
    .setSubject(identity)
    .setExpirationTime("5m")
    .sign(new TextEncoder().encode(choice.secret));

/** A server of our configuration, with one room in it. */
async function serve(): Promise<void> {
  const address = app.address();
  if (address === null || typeof address === "string" || program === undefined) throw new Error("no app");
  writeLivekitConfig({ data, choice, webhook: `http://127.0.0.1:${address.port}/hook` });
  pid = await launchLivekit({ program, data, http: choice.http });
  await fetch(`http://127.0.0.1:${choice.http}/twirp/livekit.RoomService/CreateRoom`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${await token({ roomCreate: true })}`,
    },
    body: JSON.stringify({ name: ROOM }),
  });
}

/** Everybody connects and goes again before their media are up, of which there is a webhook each. */
async function comeAndGo(): Promise<void> {
  const pass = (index: number) => token({ roomJoin: true, room: ROOM }, `person-${index}`);
  const visit = async (index: number) =>
    (await signalOnly(await pass(index), `ws://127.0.0.1:${choice.http}`)).leave();
  for (let first = 0; first < PEOPLE; first += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => visit(first + index)));
  }
}

const gone = () => [...seen.values()].filter((event) => event === "participant_connection_aborted").length;

test.skipIf(program === undefined)(
  "a full house comes faster than a slow app takes its webhooks: all of them arrive",
  async () => {
    await serve();
    await comeAndGo();
    expect(gone(), "the app is behind").toBeLessThan(PEOPLE);
    await vi.waitFor(() => expect(gone()).toBe(PEOPLE), { timeout: 30_000, interval: 100 });
  },
  60_000,
);
