import { createHash } from "node:crypto";
import { logger } from "@/lib/logger";
import { type Encoding, type Packed, pack } from "./compression";
import { contentSecurityPolicy } from "./csp";
import { inlineScripts, withoutNonces } from "./inline-scripts";
import { Memo } from "./memo";
import { reactRuntime } from "./react-runtime";
import type { Finished } from "./reply";

const MEMORY_BYTES = 48 * 1024 * 1024;

/** Puts the content policy on cached pages. Hashing and compressing happen once per rendering, not per visit. */
export function pageFinisher(livekit: readonly string[]) {
  const policies = new Memo<{ policy: string; html: string }>(MEMORY_BYTES);
  const bodies = new Memo<Packed>(MEMORY_BYTES);
  const isReactRuntime = reactRuntime();
  const reported = new Set<string>();

  const policed = (key: string, raw: string) => {
    const former = policies.get(key);
    if (former !== undefined) return former;
    const html = withoutNonces(raw);
    const { hashes, strangers } = inlineScripts(html, isReactRuntime);
    for (const start of strangers.filter((one) => !reported.has(one))) {
      if (reported.size < 100) reported.add(start);
      logger.warn({ start }, "an inline script is neither Next's nor React's and will not run");
    }
    const made = { html, policy: contentSecurityPolicy({ scripts: hashes, livekit }) };
    policies.set(key, made, html.length * 2);
    return made;
  };

  return async (raw: Buffer, wanted: Encoding): Promise<Finished> => {
    const key = createHash("sha1").update(raw).digest("base64");
    const { policy, html } = policed(key, raw.toString("utf8"));
    const headers = { "content-security-policy": policy };
    const former = bodies.get(key + wanted);
    if (former !== undefined) return { ...former, headers };
    const packed = await pack(Buffer.from(html), wanted);
    bodies.set(key + wanted, packed, packed.body.length);
    return { ...packed, headers };
  };
}
