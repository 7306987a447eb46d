import { z } from "zod";
import { checkRoom, type Target, type WhereAmI, whereAmI } from "../protocol";
import type { ControlPort, Reply } from "./ports";
import { SignalFeed } from "./signal-feed";

const failureBody = z.object({ failure: z.object({ kind: z.string(), reason: z.string() }) });
const TIMEOUT_MS = 10_000;

/** The app's HTTP interface of one room, as this tab sees it. */
export class HttpControl implements ControlPort {
  #base: string;

  constructor(
    private readonly slug: string,
    private readonly tab: string,
  ) {
    this.#base = `/api/rooms/${encodeURIComponent(slug)}`;
  }

  whereAmI(): Promise<Reply<WhereAmI>> {
    const query = new URLSearchParams({ event: this.slug, tab: this.tab });
    return parsed(request(`/api/where-am-i?${query}`), whereAmI);
  }

  join(takeOver: boolean): Promise<Reply<WhereAmI>> {
    return parsed(this.post("join", { takeOver }), whereAmI);
  }

  /** The tab names itself in every request; those that do not need it ignore it. */
  post(path: string, body: object = {}): Promise<Reply<unknown>> {
    return post(`${this.#base}/${path}`, { tab: this.tab, ...body });
  }

  get(path: string): Promise<Reply<unknown>> {
    return request(`${this.#base}/${path}`);
  }

  listen(eventSlug: string, listener: Parameters<ControlPort["listen"]>[1]): () => void {
    const feed = new SignalFeed({ where: { event: eventSlug }, listener });
    feed.open();
    return () => feed.close();
  }
}

/** A room in which this browser is alone, for a test of one's technology. */
export const askForCheckRoom = (): Promise<Reply<Pick<Target, "url" | "token">>> =>
  parsed(post("/api/rooms/check", {}), checkRoom);

/** A JSON write to one of our own doors, outside of a room too. */
export const post = (url: string, body: object) =>
  request(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });

/** A JSON request to one of our own doors; what the server refuses is told apart from not reaching it. */
export async function request(url: string, init: RequestInit = {}): Promise<Reply<unknown>> {
  try {
    const response = await fetch(url, {
      ...init,
      cache: "no-store",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    const body: unknown = text === "" ? {} : JSON.parse(text);
    if (response.ok) return { ok: true, value: body };
    const failure = failureBody.safeParse(body);
    if (!failure.success || response.status >= 500) return { ok: false, unreachable: true };
    return { ok: false, refusal: failure.data.failure };
  } catch {
    // No network, a time-out, or a proxy's page instead of JSON: the caller tries again.
    return { ok: false, unreachable: true };
  }
}

async function parsed<Value>(
  reply: Promise<Reply<unknown>>,
  schema: z.ZodType<Value>,
): Promise<Reply<Value>> {
  const answer = await reply;
  if (!answer.ok) return answer;
  const value = schema.safeParse(answer.value);
  return value.success ? { ok: true, value: value.data } : { ok: false, unreachable: true };
}
