import { createHash } from "node:crypto";

const SCRIPT = /<script(\s[^>]*)?>([\s\S]*?)<\/script>/gi;
const DATA_BLOCK = /\stype="(?:application\/(?:ld\+)?json|text\/plain)"/i;

const FLIGHT = /\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f/;
const CHUNKS =
  /\(globalThis\["TURBOPACK\w*"\] ?\|\| ?\(globalThis\["TURBOPACK\w*"\] ?= ?\[\]\)\)|globalThis\["TURBOPACK\w*"\]/;
const HANDOVER = new RegExp(`^(?:${FLIGHT.source}|${CHUNKS.source})\\.push\\(`);

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * Whether the script only hands data over, as Next writes it: `self.__next_f.push(<JSON>)`, the same with the first
 * definition before it, or Turbopack's list of chunks. The argument has to be JSON as a whole, so it can do nothing.
 */
function isHandover(text: string): boolean {
  const match = HANDOVER.exec(text);
  if (match === null || !/\);?$/.test(text)) return false;
  const rest = text.slice(match[0].length).replace(/\);?$/, "");
  return rest.split(");self.__next_f.push(").every(isJson);
}

/** React's calls that put a late part of the page in its place; their arguments are ids. */
const REACT_CALL = /^(?:\$R[A-Z]\("[\w:«»-]*"(?:,"[\w:«»-]*")*\);?)+$/;
const REACT_CLOCK = "requestAnimationFrame(function(){$RT=performance.now()});";

/** Tells React's own runtime from anything else: `isReactRuntime` knows the text of the copy that is installed. */
export type KnowsRuntime = (text: string) => boolean;

function isOurs(text: string, isReactRuntime: KnowsRuntime): boolean {
  if (text === REACT_CLOCK || isHandover(text) || REACT_CALL.test(text)) return true;
  // The runtime is written once, directly before its first call.
  const call = /\$R[A-Z]\("[\w:«»-]*"(?:,"[\w:«»-]*")*\);?$/.exec(text);
  return call !== null && isReactRuntime(text.slice(0, call.index));
}

export type InlineScripts = { hashes: string[]; strangers: string[] };

/**
 * Hashes of the inline scripts that Next and React wrote into a page, for its content policy. A script that got into
 * the page in any other way is reported and gets no hash, so no browser runs it.
 */
export function inlineScripts(html: string, isReactRuntime: KnowsRuntime): InlineScripts {
  const hashes = new Set<string>();
  const strangers: string[] = [];
  for (const [, attributes = "", text = ""] of html.matchAll(SCRIPT)) {
    if (/\ssrc=/i.test(attributes) || DATA_BLOCK.test(attributes) || text === "") continue;
    if (isOurs(text, isReactRuntime))
      hashes.add(`'sha256-${createHash("sha256").update(text).digest("base64")}'`);
    else strangers.push(text.slice(0, 80));
  }
  return { hashes: [...hashes], strangers };
}

/** A nonce of some earlier rendering; in a cached page it means nothing. */
export const withoutNonces = (html: string) =>
  html.replace(/(<(?:script|link|style)\b[^>]*?) nonce="[^"]*"/gi, "$1");
