import { createHash } from "node:crypto";
import { logger } from "@/lib/logger";
import { type Encoding, type Packed, pack } from "./compression";
import { contentSecurityPolicy } from "./csp";
import { inlineScripts, withoutNonces } from "./inline-scripts";
import { Memo } from "./memo";
import { reactRuntime } from "./react-runtime";
import type { Finish } from "./reply";

const MEMORY_BYTES = 48 * 1024 * 1024;

type Page = { html: string; headers: { "content-security-policy": string; etag: string } };

/**
 * Puts the content policy and the version on cached pages; `once` is for those that nobody asks for twice. Hashing and compressing happen once per rendering, not per
 * visit: a page is found again by its text, which is the same string for as long as Next's cache holds it, so that no
 * visit costs a look at each of its characters.
 */
export function pageFinisher(livekit: readonly string[]): { kept: Finish; once: Finish } {
  const pages = new Memo<Page>(MEMORY_BYTES);
  const bodies: Record<Encoding, Memo<Packed>> = {
    br: new Memo(MEMORY_BYTES / 3),
    gzip: new Memo(MEMORY_BYTES / 3),
    identity: new Memo(MEMORY_BYTES / 3),
  };
  const isReactRuntime = reactRuntime();
  const reported = new Set<string>();

  const finished = (raw: string): Page => {
    const html = withoutNonces(raw);
    const { hashes, strangers } = inlineScripts(html, isReactRuntime);
    for (const start of strangers.filter((one) => !reported.has(one))) {
      if (reported.size < 100) reported.add(start);
      logger.warn({ start }, "an inline script is neither Next's nor React's and will not run");
    }
    const policy = contentSecurityPolicy({ scripts: hashes, livekit });
    // A page that is the same under another policy is another version: a 304 leaves the browser the old policy.
    const etag = `"${createHash("sha256").update(policy).update(html).digest("base64url")}"`;
    return { html, headers: { "content-security-policy": policy, etag } };
  };

  const pageOf = (raw: string): Page => {
    const former = pages.get(raw);
    if (former !== undefined) return former;
    const page = finished(raw);
    pages.set(raw, page, raw.length * 4);
    return page;
  };

  const bodyOf = async (raw: string, html: string, wanted: Encoding): Promise<Packed> => {
    const former = bodies[wanted].get(raw);
    if (former !== undefined) return former;
    const packed = await pack(html, wanted);
    bodies[wanted].set(raw, packed, raw.length * 2 + packed.body.length);
    return packed;
  };

  return {
    kept: async (raw, wanted) => {
      const text = raw.toString();
      const { html, headers } = pageOf(text);
      return { ...(await bodyOf(text, html, wanted)), headers };
    },
    // Whoever makes up addresses shall not fill the memory, nor keep the processor busy with brotli.
    once: async (raw, wanted) => {
      const { html, headers } = finished(raw.toString());
      return { ...(await pack(html, wanted === "br" ? "gzip" : wanted)), headers };
    },
  };
}
