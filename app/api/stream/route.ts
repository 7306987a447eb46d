import { type Door, jsonQuery, tooMany } from "@/auth/doors";
import { hallSecretIn } from "@/auth/hall-doors";
import { actorIn } from "@/auth/session";
import { hallListening } from "@/domain/interaction/queries/hall";
import { sheetsListening } from "@/domain/interaction/queries/sheets";
import { resultResponse } from "@/domain/kernel/http";
import { deskListening } from "@/domain/matchmaking/queries/desk-listening";
import { listeningOf } from "@/domain/rooms/queries";
import { idOf } from "@/lib/ids";
import { householdIn, isWithinLimit } from "@/lib/limits";
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

/** What a page may hear that was opened in the hall or on a projector, without anybody signing in. */
async function inHall({ cookies, url }: Door): Promise<Listening | undefined> {
  const [hall, projector] = [url.searchParams.get("hall"), url.searchParams.get("projector")];
  const who = hall === null ? projector : hallSecretIn(cookies);
  if (!who) return undefined;
  const channels = await hallListening({ hall, projector }, now());
  return channels && { who: `hall ${who}`, channels };
}

const isInHall = ({ url }: Door) => url.searchParams.has("hall") || url.searchParams.has("projector");

/** Who asks to hear what: at an event's desk, in its hall, in its room, or beside one of its sheets. */
function listeningAt(door: Door): Promise<Listening | undefined> {
  const { searchParams } = door.url;
  const desk = searchParams.get("desk");
  if (desk !== null) return atDesk(door, desk);
  if (isInHall(door)) return inHall(door);
  const [event, sheets] = [searchParams.get("event") ?? "", searchParams.get("sheets")];
  if (sheets !== null) return sheetsListening(door.actor, { slug: event, roomId: sheets }, now());
  return listeningOf(door.actor, event, now());
}

/** Signals of one event and of oneself, of an event's desk or of its hall: a stream, or with `poll=1` what is new since `after`. */
export const GET = jsonQuery(async (door) => {
  const { request, url } = door;
  if (isInHall(door) && !(await isWithinLimit("hall-stream", request)))
    return resultResponse({ ok: false, failure: tooMany });
  const hears = () => listeningAt(door);
  const listening = await hears();
  if (!listening) return undefined;
  const after = request.headers.get("last-event-id") ?? url.searchParams.get("after");
  if (url.searchParams.get("poll") === "1") return pollSignals(listening.channels, after);
  const stream = await signalStream({
    who: listening.who,
    from: isInHall(door) ? householdIn(request) : undefined,
    channels: listening.channels,
    after,
    mayStay: async () => (await hears()) !== undefined,
    signal: request.signal,
  });
  if (!stream) return resultResponse({ ok: false, failure: tooMany });
  return new Response(stream, { headers });
});
