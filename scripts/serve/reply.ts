import type { ServerResponse } from "node:http";
import { type Encoding, gzipStream, isCompressible, type Packed, pack } from "./compression";
import { answerPolicy, sandboxPolicy } from "./csp";
import { referrerPolicyOf } from "./headers";

/** A whole body ready to send, with the headers that follow from it. */
export type Finished = Packed & { headers: Record<string, string> };
/** `raw` is the very text that was written, where it was written in one piece: whoever kept it finds it again at once. */
export type Finish = (raw: string | Buffer, wanted: Encoding) => Promise<Finished>;

export type ReplyOptions = {
  encoding: Encoding;
  isHead: boolean;
  /** What the browser has already, as it says in If-None-Match. */
  known: string | undefined;
  /** Content policy for a page that was rendered for this request, with its nonce. */
  noncePolicy: string;
  /** For pages from the cache: those that exist are remembered as they are sent. */
  finishPage: { kept: Finish; once: Finish };
  /** What is done to pages that do not exist, before everything else. */
  finishMissing: (finish: Finish) => Finish;
  /** The page follows from what this browser holds: nobody between us and the visitor may keep it. */
  isPersonal: boolean;
  /** Set for immutable files of the build. */
  finishFile: Finish | undefined;
};

type Chunk = string | Uint8Array;
type Done = (error?: Error | null) => void;
type Mode = "undecided" | "pass" | "stream" | "hold" | "same";

const NO_BODY = new Set([101, 204, 304]);
const textOf = (value: number | string | readonly string[] | undefined) =>
  value === undefined ? "" : String(value);
const isChunk = (value: unknown): value is Chunk => typeof value === "string" || value instanceof Uint8Array;

/** Node's write and end take an encoding and a callback, each of which may be left out. */
const argumentsOf = (rest: readonly unknown[]) => ({
  encoding: rest.find((one): one is BufferEncoding => typeof one === "string") ?? "utf8",
  done: rest.find((one): one is Done => typeof one === "function"),
});
const toBuffer = (chunk: Chunk, encoding: BufferEncoding) =>
  typeof chunk === "string" ? Buffer.from(chunk, encoding) : Buffer.from(chunk);
const isUtf8 = (encoding: BufferEncoding) => encoding === "utf8" || encoding === "utf-8";
const toHeld = (chunk: Chunk, encoding: BufferEncoding) =>
  typeof chunk === "string" && isUtf8(encoding) ? chunk : toBuffer(chunk, encoding);

function whole(held: readonly (string | Buffer)[]): string | Buffer {
  const [first, ...rest] = held;
  if (first !== undefined && rest.length === 0) return first;
  return Buffer.concat(held.map((part) => toBuffer(part, "utf8")));
}

/** Headers handed to writeHead, as an object or as a flat list; a status message may stand before them. */
function headersOf(rest: readonly unknown[]): [string, string | string[]][] {
  const given = rest.find((one) => typeof one === "object" && one !== null);
  if (given === undefined || given === null) return [];
  const pairs: [unknown, unknown][] = Array.isArray(given)
    ? given.flatMap((name, index) => (index % 2 === 0 ? [[name, given[index + 1]]] : []))
    : Object.entries(given);
  return pairs.map(([name, value]) => [
    String(name),
    Array.isArray(value) ? value.map(String) : String(value),
  ]);
}

/** Only what Next itself calls unchangeable is a file of the build, whatever its address looks like. */
const isFixed = (response: ServerResponse) =>
  response.statusCode === 200 && textOf(response.getHeader("cache-control")).includes("immutable");

/** The policy of an answer that is no page: ours, unless its route shuts it up even more. */
function policyOf(response: ServerResponse): string {
  const own = textOf(response.getHeader("content-security-policy"));
  return own === sandboxPolicy ? own : answerPolicy;
}

/** Whether If-None-Match names this very version; compression makes every comparison a weak one (RFC 9110, 13.1.2). */
function isKnown(known: string | undefined, etag: number | string | readonly string[] | undefined): boolean {
  const strong = (text: string) => text.trim().replace(/^W\//, "");
  return (
    known !== undefined &&
    etag !== undefined &&
    known.split(",").some((one) => strong(one) === strong(textOf(etag)))
  );
}

function appendVary(response: ServerResponse): void {
  const former = textOf(response.getHeader("vary"));
  if (/accept-encoding/i.test(former)) return;
  response.setHeader("vary", former === "" ? "accept-encoding" : `${former}, accept-encoding`);
}

/** Next says twice where a page leads that it has just rendered for its cache; a redirect leads to one place. */
function leadToOnePlace(response: ServerResponse): void {
  const location = response.getHeader("location");
  if (Array.isArray(location) && location[0] !== undefined) response.setHeader("location", location[0]);
}

/**
 * Stands between Next and the socket. Pages from the cache are held until they are whole, to put hashes of their
 * scripts on them; everything else is compressed as it comes.
 */
class Reply {
  private mode: Mode = "undecided";
  private finish: Finish | undefined;
  private readonly held: (string | Buffer)[] = [];
  private zip: ReturnType<typeof gzipStream> | undefined;
  private readonly rawWrite: ServerResponse["write"];
  private readonly rawEnd: ServerResponse["end"];
  private readonly rawFlush: () => void;
  private readonly rawHead: ServerResponse["writeHead"];
  /** Set once what we decided goes out; Node then calls writeHead itself. */
  private isSending = false;

  constructor(
    private readonly response: ServerResponse,
    private readonly options: ReplyOptions,
  ) {
    this.rawWrite = response.write.bind(response);
    this.rawEnd = response.end.bind(response);
    this.rawFlush = response.flushHeaders.bind(response);
    this.rawHead = response.writeHead.bind(response);
  }

  head(status: number, rest: readonly unknown[]): void {
    if (!this.isSending) {
      this.response.statusCode = status;
      for (const [name, value] of headersOf(rest)) this.response.setHeader(name, value);
      this.begin();
    }
    if (this.isSending || this.mode === "pass") this.rawHead(status);
  }

  write(chunk: Chunk, rest: readonly unknown[]): boolean {
    this.begin();
    const { encoding, done } = argumentsOf(rest);
    if (this.mode === "pass") return this.rawWrite(chunk, encoding, done);
    if (this.mode === "same") {
      if (done !== undefined) process.nextTick(done);
      return true;
    }
    if (this.zip !== undefined) return this.zip.write(toBuffer(chunk, encoding), done);
    this.held.push(toHeld(chunk, encoding));
    if (done !== undefined) process.nextTick(done);
    return true;
  }

  end(all: readonly unknown[]): void {
    this.begin();
    const [first] = all;
    const last = isChunk(first) ? first : undefined;
    const { encoding, done } = argumentsOf(last === undefined ? all : all.slice(1));
    if (done !== undefined) this.response.once("finish", () => done());
    if (this.mode === "same") {
      this.isSending = true;
      this.rawEnd();
      return;
    }
    if (this.mode === "pass") {
      if (last === undefined) this.rawEnd();
      else this.rawEnd(last, encoding);
      return;
    }
    if (this.zip !== undefined) {
      this.zip.end(last === undefined ? undefined : toBuffer(last, encoding));
      return;
    }
    if (last !== undefined) this.held.push(toHeld(last, encoding));
    this.sendHeld().catch(() => this.response.destroy());
  }

  flush(): void {
    this.begin();
    if (this.mode === "hold") return;
    this.isSending = true;
    this.rawFlush();
  }

  private begin(): void {
    if (this.mode !== "undecided") return;
    leadToOnePlace(this.response);
    this.mode = this.decide();
    if (this.options.isPersonal) this.response.setHeader("cache-control", "private, no-cache");
    if (this.mode === "pass") return;
    appendVary(this.response);
    this.response.removeHeader("content-length");
    if (this.mode === "same") this.response.statusCode = 304;
    if (this.mode === "stream") this.startStream();
  }

  /** What has to happen to the answer; its headers are known now, and those that follow from them are set. */
  private decide(): Mode {
    const { response, options } = this;
    const status = response.statusCode;
    const type = textOf(response.getHeader("content-type"));
    const referrer = referrerPolicyOf(status, type);
    if (referrer !== undefined) response.setHeader("referrer-policy", referrer);
    // A 304 renews the headers of the stored page; that page has its own policy already.
    if (status === 304) return "pass";
    const isPage = type.startsWith("text/html");
    if (status === 200 && !isPage && isKnown(options.known, response.getHeader("etag"))) return "same";
    const finishFile = isFixed(response) ? options.finishFile : undefined;
    this.finish = this.finishOf(isPage, finishFile);
    if (this.finish !== undefined && !options.isHead && !response.hasHeader("content-range")) return "hold";
    if (finishFile === undefined) {
      response.setHeader("content-security-policy", isPage ? options.noncePolicy : policyOf(response));
    }
    const isOpen = !options.isHead && !NO_BODY.has(status) && !response.hasHeader("content-encoding");
    return isOpen && isCompressible(type) && options.encoding !== "identity" && status !== 206
      ? "stream"
      : "pass";
  }

  private finishOf(isPage: boolean, finishFile: Finish | undefined): Finish | undefined {
    if (!isPage) return finishFile;
    const { response, options } = this;
    const isCached = response.hasHeader("x-nextjs-cache") || response.hasHeader("x-nextjs-prerender");
    const { kept, once } = options.finishPage;
    if (response.statusCode === 404) return options.finishMissing(isCached ? once : this.finishRendered);
    return isCached ? kept : finishFile;
  }

  /** For a page that was rendered for this request and is held all the same. */
  private readonly finishRendered: Finish = async (raw, wanted) => ({
    ...(await pack(raw, wanted)),
    headers: { "content-security-policy": this.options.noncePolicy },
  });

  private startStream(): void {
    const { response } = this;
    const zip = gzipStream();
    this.zip = zip;
    response.setHeader("content-encoding", "gzip");
    zip.on("data", (part: Buffer) => {
      this.isSending = true;
      if (!this.rawWrite(part)) zip.pause();
    });
    // Whoever writes waits for the response to drain; what he fills is this stream.
    zip.on("drain", () => response.emit("drain"));
    zip.on("end", () => {
      this.isSending = true;
      this.rawEnd();
    });
    response.on("drain", () => zip.resume());
    response.on("close", () => zip.destroy());
  }

  private async sendHeld(): Promise<void> {
    const { response, options } = this;
    const finish = this.finish ?? this.finishRendered;
    const { headers, encoding, body } = await finish(whole(this.held), options.encoding);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    this.isSending = true;
    if (response.statusCode === 200 && isKnown(options.known, headers.etag)) {
      response.statusCode = 304;
      this.rawEnd();
      return;
    }
    if (encoding !== "identity") response.setHeader("content-encoding", encoding);
    response.setHeader("content-length", body.length);
    this.rawEnd(body);
  }
}

/** Puts a Reply in the way of everything Next writes to this response. */
export function watchReply(response: ServerResponse, options: ReplyOptions): void {
  const reply = new Reply(response, options);
  response.write = (chunk: Chunk, ...rest: unknown[]) => reply.write(chunk, rest);
  response.end = (...all: unknown[]) => {
    reply.end(all);
    return response;
  };
  response.flushHeaders = () => reply.flush();
  response.writeHead = (status: number, ...rest: unknown[]) => {
    reply.head(status, rest);
    return response;
  };
}
