import "server-only";
import { registrationMailOf } from "@/domain/registration/queries";
import { cookiesIn } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import { readRegistrationToken } from "@/lib/tokens";
import { seatsCookie, seatsIn, withSeat } from "./seats";

/**
 * What a personal link gives: the seat of its registration, proven by the mail, and the way to its page or, with
 * `?next=room`, into the room. A link that is cut, forged or of a deleted registration leads to the page that
 * says how to get a new one.
 */
export async function openPersonalLink(
  request: Request,
  token: string,
): Promise<{ to: string; cookies: string[] }> {
  const registrationId = await readRegistrationToken(token);
  const found = registrationId && (await registrationMailOf(registrationId));
  if (!found) return { to: "/r/unknown", cookies: [] };
  const seat = { registrationId: found.id, eventId: found.eventId, via: "mail" } as const;
  const held = withSeat(await seatsIn(cookiesIn(request.headers.get("cookie"))), seat);
  const isForRoom = new URL(request.url).searchParams.get("next") === "room";
  const path = isForRoom ? `/room/${found.event.slug}` : `/r/${found.id}`;
  return { to: href(found.locale, path), cookies: [await seatsCookie(held)] };
}
