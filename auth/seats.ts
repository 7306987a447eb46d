import "server-only";
import { z } from "zod";
import type { Seat } from "@/domain/grants";
import { type Cookies, setCookie } from "@/lib/cookies";
import { idOf } from "@/lib/ids";
import { seal, unseal } from "@/lib/tokens";

/** More would not fit into a cookie; the oldest goes first, and its mail still has the link. */
const MOST_SEATS = 20;
/** So many claims always have room, however many mailed links there are: the page after a registration needs one. */
const SPARE_CLAIMS = 4;
const HALF_A_YEAR_SECONDS = 182 * 24 * 3600;

const seats = z
  .array(
    z.object({
      registrationId: idOf("registration"),
      eventId: idOf("event"),
      via: z.enum(["mail", "claim"]),
      claimId: idOf("claim").optional(),
    }),
  )
  .max(MOST_SEATS + SPARE_CLAIMS);

/** The registrations this browser holds. A garbage, foreign or expired cookie holds none. */
export const seatsIn = async (cookies: Cookies): Promise<Seat[]> =>
  (await unseal("seats", cookies.get("seats"), seats)) ?? [];

/** The seats with one more. For one event the newest claim replaces an older one; a mailed link is never lost. */
export function withSeat(held: readonly Seat[], seat: Seat): Seat[] {
  const others = held.filter(
    (one) =>
      one.eventId !== seat.eventId || (one.via === "mail" && one.registrationId !== seat.registrationId),
  );
  const hasProof = held.some((one) => one.registrationId === seat.registrationId && one.via === "mail");
  return mostOf([...others, hasProof ? { ...seat, via: "mail" as const, claimId: undefined } : seat]);
}

/** What fits, in the order it came. No claim pushes a mailed link out: anybody's form can bring a browser claims. */
function mostOf(held: readonly Seat[]): Seat[] {
  const mailed = held.filter(({ via }) => via === "mail").slice(-MOST_SEATS);
  const claimed = held.filter(({ via }) => via === "claim");
  const kept = new Set([...mailed, ...claimed.slice(-Math.max(SPARE_CLAIMS, MOST_SEATS - mailed.length))]);
  return held.filter((one) => kept.has(one));
}

/** The `Set-Cookie` text that makes a browser hold these seats. */
export const seatsCookie = async (held: readonly Seat[]): Promise<string> =>
  setCookie("seats", await seal("seats", held, HALF_A_YEAR_SECONDS), HALF_A_YEAR_SECONDS);
