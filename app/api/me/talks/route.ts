import { jsonQuery } from "@/auth/doors";
import { talkBannerOf } from "@/domain/matchmaking/queries/meetings";
import { idOf } from "@/lib/ids";

/** The next talk of whoever asks, for the banner on every page; `?event=` is an event's id. */
export const GET = jsonQuery(({ actor, url }) => {
  const event = idOf("event").safeParse(url.searchParams.get("event"));
  return talkBannerOf(actor, event.success ? event.data : undefined);
});
