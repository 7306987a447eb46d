import { promisify } from "node:util";
import { brotliCompress, constants, createGzip, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const COMPRESSIBLE =
  /^(text\/|image\/svg|application\/(json|javascript|manifest|xml|rss|wasm|ld\+json)|font\/ttf)/;
const SMALL_BYTES = 1_000;

export const isCompressible = (contentType: string) =>
  COMPRESSIBLE.test(contentType) && !contentType.startsWith("text/event-stream");

/** The best encoding a visitor accepts; a `q=0` is a no. */
export function encodingFor(accept: string | undefined): Encoding {
  const offered = new Set(
    (accept ?? "")
      .split(",")
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(\.0+)?$/.test(part))
      .map((part) => part.split(";", 1)[0]),
  );
  if (offered.has("br")) return "br";
  return offered.has("gzip") ? "gzip" : "identity";
}

/** For what is sent until it changes, which may be in a minute. */
const QUALITY = 7;

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** A body as it is sent, with the encoding it really has: a small one is not worth the work. */
export type Packed = { body: Buffer; encoding: Encoding };

/** Compresses a whole body. It is kept and sent many times, so brotli may take a little longer; for files of the build, still more. */
export async function pack(raw: string | Buffer, encoding: Encoding, quality = QUALITY): Promise<Packed> {
  const body = typeof raw === "string" ? Buffer.from(raw) : raw;
  if (body.length < SMALL_BYTES || encoding === "identity") return { body, encoding: "identity" };
  if (encoding === "gzip") return { body: await gzipAsync(body), encoding };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return { body: await brotliAsync(body, { params }), encoding };
}

/** A stream whose every write reaches the visitor at once: parts of a page that come later must not wait for more. */
export const gzipStream = () => createGzip({ level: 4, flush: constants.Z_SYNC_FLUSH });
