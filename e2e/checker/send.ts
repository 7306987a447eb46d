import { callAction } from "../fixtures/server-actions";
import { type Answer, Visitor } from "../fixtures/visitor";
import type { Send } from "./intended";

/** Longer than anything the product waits for itself. */
const LONGEST_MS = 20_000;

/** A request that can be sent again exactly as it was: with the cookies that the browser had then. */
export type Prepared = {
  form: Record<string, string>;
  /** Boxes of one name that are ticked together. */
  lists?: Readonly<Record<string, readonly string[]>>;
  cookies: ReadonlyMap<string, string>;
  /** The network address that the app, trusting us as a proxy, takes it to come from. */
  address: string;
} & ({ path: string } | { action: string; page: string });

export type Sent = { send: Send; cookies: ReadonlyMap<string, string> };

const expired = () =>
  new Promise<never>((_resolve, reject) => {
    AbortSignal.timeout(LONGEST_MS).addEventListener("abort", () => reject(new Error("no answer in time")));
  });

type Verdict = Pick<Send, "outcome" | "status" | "said">;

const wordIn = (text: string, name: string) => new RegExp(`"${name}":"(\\w+)"`).exec(text)?.[1] ?? "";

/** What a yes says: how a registration stands, or which talk or request there is now. */
const answeredIn = (text: string) =>
  ["state", "meetingId", "requestId"].map((name) => wordIn(text, name)).find((word) => word !== "") ?? "";

/** What an action made: a search for a plan, or a version. Most have nothing to name. */
const madeIn = (text: string) =>
  /"status":"done","value":\{[^{}]*"(?:runId|version)":"?(\w+)/.exec(text)?.[1] ?? "done";

function verdictOf({ status, text }: Answer): Verdict {
  if (status >= 200 && status < 300) return { outcome: "ok", status, said: answeredIn(text) };
  const isRefusal = status >= 400 && status < 500;
  return { outcome: isRefusal ? "fail" : "unknown", status, said: wordIn(text, "reason") };
}

/** A server action answers 200 whatever it did; what it did stands in the text. */
function verdictOfAction({ status, text }: Answer): Verdict {
  if (status !== 200) return verdictOf({ status, text, headers: {}, location: "" });
  if (text.includes('"status":"done"')) return { outcome: "ok", status, said: madeIn(text) };
  const [, kind, said = ""] = /"failure":\{"kind":"(\w+)","reason":"(\w+)"/.exec(text) ?? [];
  const isRefusal = kind !== undefined && kind !== "unavailable";
  return { outcome: isRefusal ? "fail" : "unknown", status, said };
}

/** A form as a browser posts it: a name stands there as often as it is ticked. */
function posted({ form, lists = {} }: Prepared) {
  const body = new URLSearchParams(form);
  for (const [name, values] of Object.entries(lists)) for (const value of values) body.append(name, value);
  return { type: "application/x-www-form-urlencoded", body: body.toString() };
}

async function answerOf(visitor: Visitor, prepared: Prepared): Promise<Verdict> {
  if ("action" in prepared) return verdictOfAction(await callAction(visitor, prepared));
  const headers = { accept: "application/json", "x-forwarded-for": prepared.address };
  return verdictOf(await visitor.ask(prepared.path, { raw: posted(prepared), headers }));
}

/** Sends a request once and says what became of it; never throws. */
export async function sendOnce(prepared: Prepared): Promise<Sent> {
  const visitor = new Visitor();
  for (const [name, value] of prepared.cookies) visitor.cookies.set(name, value);
  const sentAt = Date.now();
  const nothing: Verdict = { outcome: "unknown", status: 0, said: "" };
  const verdict = await Promise.race([answerOf(visitor, prepared), expired()]).catch(() => nothing);
  return { send: { sentAt, endedAt: Date.now(), ...verdict }, cookies: visitor.cookies };
}
