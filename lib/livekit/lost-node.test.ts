import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { forgetEnv } from "@/lib/env";
import { LiveKitUnavailable, roomService } from "./room-service";

type Given = {
  livesAgain: boolean /** It waits for the lost one for longer than we do. */;
  isPatient?: boolean;
};

/** Answers as a node does about a room of another one that was killed: nobody is there to ask, until it is made again. */
function nodeBesideALostOne({ livesAgain, isPatient = false }: Given) {
  const asked: string[] = [];
  let isLost = true;
  const server = createServer((request, response) => {
    const what = request.url?.split("/").at(-1) ?? "";
    asked.push(what);
    if (what === "CreateRoom" && livesAgain) isLost = false;
    const body = isLost
      ? { code: "unavailable", msg: "no response from servers" }
      : { name: "r-1", participants: [] };
    if (isLost && isPatient) return;
    request.resume().once("end", () => {
      response.writeHead(isLost ? 503 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  return { asked, server };
}

let end: () => unknown = () => undefined;
async function livekitIs(given: Given): Promise<string[]> {
  const { asked, server } = nodeBesideALostOne(given);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  end = () => {
    server.closeAllConnections();
    server.close();
  };
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  vi.stubEnv("LIVEKIT_URL", `ws://127.0.0.1:${address.port}`);
  vi.stubEnv("LIVEKIT_API_URL", `http://127.0.0.1:${address.port}`);
  forgetEnv();
  return asked;
}

beforeEach(() => {
  vi.stubEnv("DATABASE_URL", "postgres://postgres@127.0.0.1:1/none");
  vi.stubEnv("AUTH_SECRET", "unit-tests-only-0123456789abcdef-0123456789abcdef");
  vi.stubEnv("LIVEKIT_API_KEY", "testkey");
  vi.stubEnv("LIVEKIT_API_SECRET", "unit-tests-only-0123456789abcdef-0123456789abcdef");
});
afterEach(() => {
  end();
  vi.unstubAllEnvs();
  forgetEnv();
});

test("a room whose node was killed is given to another one, and then listed and ended like any", async () => {
  const listed = await livekitIs({ livesAgain: true });
  expect(await roomService.listParticipants("r-1")).toEqual([]);
  expect(listed).toEqual(["ListParticipants", "CreateRoom", "ListParticipants"]);
  end();
  const ended = await livekitIs({ livesAgain: true });
  await roomService.deleteRoom("r-1");
  expect(ended).toEqual(["DeleteRoom", "CreateRoom", "DeleteRoom"]);
});

test("a node that waits for the lost one without a word keeps no room from being ended", async () => {
  const asked = await livekitIs({ livesAgain: true, isPatient: true });
  await roomService.deleteRoom("r-1");
  expect(asked).toEqual(["DeleteRoom", "CreateRoom", "DeleteRoom"]);
});

test("while no node takes it, LiveKit counts as away, and nothing is asked for again and again", async () => {
  const asked = await livekitIs({ livesAgain: false });
  await expect(roomService.listParticipants("r-1")).rejects.toThrow(LiveKitUnavailable);
  expect(asked).toEqual(["ListParticipants", "CreateRoom"]);
});

test("where nobody answers at all, no room is made", async () => {
  const asked = await livekitIs({ livesAgain: true });
  end();
  await expect(roomService.deleteRoom("r-1")).rejects.toThrow(LiveKitUnavailable);
  expect(asked).toEqual([]);
});
