import { type Door, jsonQuery, tooMany } from "@/auth/doors";
import { actorIn } from "@/auth/session";
import { resultResponse } from "@/domain/kernel/http";
import { deskListening } from "@/domain/matchmaking/queries/desk-listening";
import { listeningOf } from "@/domain/rooms/queries";
import { idOf } from "@/lib/ids";
import { now } from "@/lib/time/clock";
import { deskOf } from "@/realtime/project";
import { pollSignals, signalStream } from "@/realtime/stream";

const headers = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

type Listening = { who: string; channels: string[] };

/** What the asker may hear at an event's desk. Who has which role is read anew each time: a stream outlives many a role. */
async function atDesk({ cookies }: Door, id: string): Promise<Listening | undefined> {
  const eventId = idOf("event").safeParse(id).data;
  const heard = eventId && (await deskListening(await actorIn(cookies), eventId));
  return heard && { who: heard.who, channels: [deskOf(heard.eventId)] };
}

/** Signals of one event and of oneself, or of an event's desk: a stream, or with `poll=1` what is new since `after`. */
export const GET = jsonQuery(async (door) => {
  const { actor, request, url } = door;
  const [slug, desk] = [url.searchParams.get("event") ?? "", url.searchParams.get("desk")];
  const hears = () => (desk === null ? listeningOf(actor, slug, now()) : atDesk(door, desk));
  const listening = await hears();
  if (!listening) return undefined;
  const after = request.headers.get("last-event-id") ?? url.searchParams.get("after");
  if (url.searchParams.get("poll") === "1") return pollSignals(listening.channels, after);
  const stream = await signalStream({
    who: listening.who,
    channels: listening.channels,
    after,
    mayStay: async () => (await hears()) !== undefined,
    signal: request.signal,
  });
  if (!stream) return resultResponse({ ok: false, failure: tooMany });
  return new Response(stream, { headers });
});
