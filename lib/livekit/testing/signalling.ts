import "server-only";
import { env } from "@/lib/env";
import { WAIT_MS } from "./bot";

const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;

/**
 * A connection to LiveKit's own port without our pages, our app, or any media: what somebody makes who kept a token. `token` is
 * the one LiveKit hands out to whoever is in, right after they came.
 */
export async function signalOnly(token: string): Promise<{ token: string; closed: Promise<void> }> {
  const address = new URL("/rtc", env().LIVEKIT_URL);
  address.search = new URLSearchParams({ access_token: token, protocol: "16", sdk: "js" }).toString();
  const socket = new WebSocket(address);
  socket.binaryType = "arraybuffer";
  const closed = new Promise<void>((resolve) => socket.addEventListener("close", () => resolve()));
  const renewed = new Promise<string>((resolve, reject) => {
    setTimeout(() => reject(new Error("no new token came")), WAIT_MS).unref();
    socket.addEventListener("error", () => reject(new Error("refused")));
    socket.addEventListener("close", () => reject(new Error("closed before a new token came")));
    socket.addEventListener("message", ({ data }) => {
      const found = TOKEN.exec(Buffer.from(data).toString("latin1"))?.[0];
      if (found) resolve(found);
    });
  });
  return { token: await renewed, closed };
}
