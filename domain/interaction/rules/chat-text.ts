/** What a message is made of, for views: words, links and people. Pure, and the only place that decides what is a link. */
export type ChatPart =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string; href: string; host: string }
  | { kind: "mention"; id: string };

const FOUND = /<@(adm_[0-9a-z]{6,40})>|\bhttps?:\/\/[^\s<>"“”„]+/giu;
/** A sentence's own marks behind an address are no part of it. */
const TRAILING = /[.,;:!?'’)\]}]+$/u;
const LONGEST = 60;

/**
 * An address that may be clicked: http or https, without a name and password before the host, by which an address can look
 * like another. It is shown as the browser will read it, so letters of other alphabets do not pass for ours.
 */
function linkOf(typed: string): Extract<ChatPart, { kind: "link" }> | undefined {
  if (!URL.canParse(typed)) return undefined;
  const { protocol, username, password, host, href, pathname, search, hash } = new URL(typed);
  if (!(protocol === "https:" || protocol === "http:") || username || password || !host) return undefined;
  const rest = `${pathname}${search}${hash}`;
  const shown = `${protocol === "http:" ? "http://" : ""}${host}${rest === "/" ? "" : rest}`;
  return {
    kind: "link",
    href,
    host,
    text: shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1)}…` : shown,
  };
}

/** Closing brackets stay when the address opened them: encyclopedias have such addresses. */
function trimmed(typed: string): string {
  const bare = typed.replace(TRAILING, "");
  const open = bare.split("(").length - bare.split(")").length;
  return open > 0 && typed[bare.length] === ")" ? `${bare})` : bare;
}

/** The parts of a message in their order; together they say everything that was written. */
export function chatParts(text: string): ChatPart[] {
  const parts: ChatPart[] = [];
  const say = (words: string) => {
    const last = parts.at(-1);
    if (last?.kind === "text") last.text += words;
    else if (words !== "") parts.push({ kind: "text", text: words });
  };
  let at = 0;
  for (const found of text.matchAll(FOUND)) {
    const [typed, id] = found;
    say(text.slice(at, found.index));
    at = found.index + typed.length;
    if (id) {
      parts.push({ kind: "mention", id });
      continue;
    }
    const address = trimmed(typed);
    const link = linkOf(address);
    if (link) {
      parts.push(link);
      say(typed.slice(address.length));
    } else say(typed);
  }
  say(text.slice(at));
  return parts;
}
