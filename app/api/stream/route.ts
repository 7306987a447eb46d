import { jsonQuery, tooMany } from "@/auth/doors";
import { resultResponse } from "@/domain/kernel/http";
import { listeningOf } from "@/domain/rooms/queries";
import { now } from "@/lib/time/clock";
import { pollSignals, signalStream } from "@/realtime/stream";

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** Signals of one event and of oneself: a stream, or with `poll=1` what is new since `after`. */
export const GET = jsonQuery(async ({ actor, request, url }) => {
  const slug = url.searchParams.get("event") ?? "";
  const listening = await listeningOf(actor, slug, now());
  if (!listening) return undefined;
  const after = request.headers.get("last-event-id") ?? url.searchParams.get("after");
  if (url.searchParams.get("poll") === "1") return pollSignals(listening.channels, after);
  const stream = await signalStream({
    who: listening.who,
    channels: listening.channels,
    after,
    mayStay: async () => (await listeningOf(actor, slug, now())) !== undefined,
    signal: request.signal,
  });
  if (!stream) return resultResponse({ ok: false, failure: tooMany });
  return new Response(stream, { headers });
});
