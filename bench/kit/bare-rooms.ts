import { once } from "node:events";
import { createServer } from "node:http";
import { build } from "esbuild";
import { env } from "@/lib/env";
import { accessToken } from "@/lib/livekit/access-token";
import { roomService } from "@/lib/livekit/room-service";
import type { BareClient } from "./bare-client";

const EVERYTHING = { mic: true, cam: true, screen: false, data: true, hidden: false };
const WATCHING = { mic: false, cam: false, screen: false, data: false, hidden: true };

export type Pass = Parameters<BareClient["prepare"]>[0];

/** What it takes to enter a room of the same LiveKit server without Plenum; makes the room when it is missing. */
export async function barePass(
  room: string,
  identity: string,
  rights: "all" | "watch" = "all",
): Promise<Pass> {
  await roomService.ensureRoom(room);
  const granted = rights === "all" ? EVERYTHING : WATCHING;
  const token = await accessToken({ identity, name: identity, room, rights: granted });
  return { url: env().LIVEKIT_URL, token };
}

/** Serves the page with livekit-client and nothing else, on loopback, where browsers allow devices. */
export async function serveBareClient(): Promise<{ base: string; close: () => void }> {
  const bundle = await build({
    entryPoints: ["bench/kit/bare-client.ts"],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
  });
  const script = bundle.outputFiles[0]?.text ?? "";
  const server = createServer((request, response) => {
    const isScript = request.url === "/client.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    response.end(
      isScript ? script : '<!doctype html><html lang="en"><body><script src="/client.js"></script>',
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port for the bare page");
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { base: `http://127.0.0.1:${address.port}`, close };
}
