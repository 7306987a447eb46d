import "server-only";
import { z } from "zod";
import type { Seat } from "@/domain/policy";
import { type Cookies, setCookie } from "@/lib/cookies";
import { idOf } from "@/lib/ids";
import { seal, unseal } from "@/lib/tokens";

/** More would not fit into a cookie; the oldest goes first, and its mail still has the link. */
const MOST_SEATS = 20;
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
  .max(MOST_SEATS);

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
  return [...others, hasProof ? { ...seat, via: "mail" as const, claimId: undefined } : seat].slice(
    -MOST_SEATS,
  );
}

/** The `Set-Cookie` text that makes a browser hold these seats. */
export const seatsCookie = async (held: readonly Seat[]): Promise<string> =>
  setCookie("seats", await seal("seats", held, HALF_A_YEAR_SECONDS), HALF_A_YEAR_SECONDS);
