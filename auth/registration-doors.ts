import "server-only";
import { visibleSlugOf } from "@/domain/programme/queries/visible-events";
import type { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { isWithinLimit } from "@/lib/limits";
import type { Failure } from "@/lib/result";
import { type Done, type Door, tooMany } from "./doors";
import { seatsCookie, seatsIn, withSeat } from "./seats";

type SeatTaken = Extract<Awaited<ReturnType<typeof registerForEvent>>, { ok: true }>["value"];

/** Registrations of one address of the internet; see lib/limits. */
export const registrationGuard = async ({ request }: Door): Promise<Failure | undefined> =>
  (await isWithinLimit("registration", request)) ? undefined : tooMany;

/**
 * After a registration: the browser holds the seat, by its claim when the address was merely typed. The page says
 * what is true of the event, so a known address leads to the same place as a new one.
 */
export async function afterRegistration(value: SeatTaken, { cookies, body }: Door): Promise<Done> {
  const { registrationId, eventId, eventSlug, claimId, state } = value;
  const seat = claimId
    ? ({ registrationId, eventId, via: "claim", claimId } as const)
    : ({ registrationId, eventId, via: "mail" } as const);
  const held = withSeat(await seatsIn(cookies), seat);
  const path = `/e/${eventSlug}/registered${state === "waiting" ? "?state=waiting" : ""}`;
  return {
    to: href(localeOf(body.locale), path),
    json: { state, eventSlug },
    cookies: [await seatsCookie(held)],
  };
}

/** The event's form with what was typed; the calendar when there is no such event for this person. */
export async function refusedRegistration({ actor, body }: Door): Promise<string> {
  const slug = await visibleSlugOf(actor, body.eventId);
  return href(localeOf(body.locale), slug ? `/e/${slug}/register` : "/events");
}

/** The page of one registration, where its forms lead back to. */
export const registrationPage = (door: Door, done?: "changed" | "cancelled"): string =>
  href(
    localeOf(door.body.locale),
    `/r/${encodeURIComponent(door.params.registrationId ?? "")}${done ? `?done=${done}` : ""}`,
  );
