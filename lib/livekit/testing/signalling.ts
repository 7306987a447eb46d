import "server-only";
import { env } from "@/lib/env";
import { WAIT_MS } from "./bot";

const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;

/** What a connection without media was told so far, and how to end it. */
export type Signalling = {
  /** The token LiveKit hands out to whoever is in, right after they came. */
  token: string;
  closed: Promise<void>;
  /** Bytes of every message, in order; the first one describes the room. */
  sizes: number[];
  /** All of it, with whatever is no text in between. */
  said: () => string;
  leave: () => void;
};

/**
 * A connection to LiveKit's own port without our pages, our app, or any media: what somebody makes who kept a token.
 * Resolves once they are in. `server` is another one than that of the tests.
 */
export async function signalOnly(token: string, server = env().LIVEKIT_URL): Promise<Signalling> {
  const address = new URL("/rtc", server);
  address.search = new URLSearchParams({ access_token: token, protocol: "16", sdk: "js" }).toString();
  const socket = new WebSocket(address);
  socket.binaryType = "arraybuffer";
  const messages: string[] = [];
  const closed = new Promise<void>((resolve) => socket.addEventListener("close", () => resolve()));
  const sizes: number[] = [];
  const renewed = new Promise<string>((resolve, reject) => {
    setTimeout(() => reject(new Error("no new token came")), WAIT_MS).unref();
    socket.addEventListener("error", () => reject(new Error("refused")));
    socket.addEventListener("close", () => reject(new Error("closed before a new token came")));
    socket.addEventListener("message", ({ data }) => {
      const text = Buffer.from(data).toString("latin1");
      messages.push(text);
      sizes.push(text.length);
      const found = TOKEN.exec(text)?.[0];
      if (found) resolve(found);
    });
  });
  return {
    token: await renewed,
    closed,
    sizes,
    said: () => messages.join("\n"),
    leave: () => socket.close(),
  };
}
