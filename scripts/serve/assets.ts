import type { IncomingMessage, ServerResponse } from "node:http";
import { type Encoding, isCompressible, pack } from "./compression";
import { Memo } from "./memo";
import type { Finished } from "./reply";

const MEMORY_BYTES = 64 * 1024 * 1024;
/** One file is compressed once and sent to everybody: 6 % fewer bytes are worth half a second to the first, but not ten. */
const BEST_QUALITY = 10;
const BEST_UP_TO_BYTES = 1024 * 1024;
const KEPT_HEADERS = ["content-type", "cache-control", "etag", "last-modified"];

/**
 * Files of the build carry a hash in their name, so what was once sent under an address stays right. What backgrounds need
 * has none, but is laid there by the build and weighs megabytes: it is compressed once as well.
 */
export const isBuildFile = (path: string) =>
  /^\/(?:_next\/static|vision)\//.test(path) && !path.includes("%");

function sendKept(request: IncomingMessage, response: ServerResponse, kept: Finished): void {
  for (const [name, value] of Object.entries(kept.headers)) response.setHeader(name, value);
  response.setHeader("vary", "accept-encoding");
  const known = request.headers["if-none-match"];
  if (known !== undefined && known === kept.headers.etag) {
    response.writeHead(304).end();
    return;
  }
  if (kept.encoding !== "identity") response.setHeader("content-encoding", kept.encoding);
  response.setHeader("content-length", kept.body.length);
  response.writeHead(200).end(request.method === "HEAD" ? undefined : kept.body);
}

/** Build files, compressed once and sent from memory, so that neither disk nor Next is asked again. */
export function assetMemory() {
  const memory = new Memo<Finished>(MEMORY_BYTES);
  const keyOf = (path: string, encoding: Encoding) => `${encoding} ${path}`;
  return {
    /** Answers from memory when it can; false leaves the request to Next. */
    send(request: IncomingMessage, response: ServerResponse, encoding: Encoding): boolean {
      const path = (request.url ?? "").split("?", 1)[0] ?? "";
      const isRead = request.method === "GET" || request.method === "HEAD";
      if (!isRead || request.headers.range !== undefined) return false;
      const kept = memory.get(keyOf(path, encoding));
      if (kept !== undefined) sendKept(request, response, kept);
      return kept !== undefined;
    },
    /** Finishes the first answer for a file and keeps it. */
    finisher(path: string, response: ServerResponse) {
      return async (raw: string | Buffer, wanted: Encoding): Promise<Finished> => {
        const type = String(response.getHeader("content-type") ?? "");
        const headers: Record<string, string> = {};
        for (const name of KEPT_HEADERS) {
          const value = response.getHeader(name);
          if (value !== undefined) headers[name] = String(value);
        }
        const quality = raw.length <= BEST_UP_TO_BYTES ? BEST_QUALITY : undefined;
        const packed = await pack(raw, isCompressible(type) ? wanted : "identity", quality);
        const kept = { ...packed, headers };
        memory.set(keyOf(path, wanted), kept, packed.body.length + 500);
        return kept;
      };
    },
  };
}
