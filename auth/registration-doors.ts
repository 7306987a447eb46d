import "server-only";
import { visibleSlugOf } from "@/domain/programme/queries/visible-events";
import { proveRegistration } from "@/domain/registration/commands/prove-registration";
import type { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { invitationCode } from "@/domain/registration/schema";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { isWithinLimit } from "@/lib/limits";
import type { Failure } from "@/lib/result";
import type { Body } from "./door-body";
import { callOf, type Done, type Door, tooMany } from "./doors";
import { seatsCookie, seatsIn, withSeat } from "./seats";

type SeatTaken = Extract<Awaited<ReturnType<typeof registerForEvent>>, { ok: true }>["value"];

/** Registrations of one address of the internet; see lib/limits. */
export const registrationGuard = async ({ request }: Door): Promise<Failure | undefined> =>
  (await isWithinLimit("registration", request)) ? undefined : tooMany;

/** The page of the invitation somebody came by: the event may be one that they see nowhere else. */
function invitedPage(body: Body, done?: SeatTaken["state"]): string | undefined {
  const code = invitationCode.safeParse(body.via);
  if (!code.success || code.data === "") return undefined;
  return `/i/${code.data}${done ? `?done=${done}` : ""}`;
}

/** Whoever acts through the mailed link has proven the address. */
export async function provenFirst(door: Door): Promise<Failure | undefined> {
  const { registrationId } = door.params;
  const result = await proveRegistration(callOf(door, { registrationId }));
  return result.ok ? undefined : result.failure;
}

/** The same for what costs a mail each time: as often as forms of strangers may. */
export const provenAsOften = async (door: Door): Promise<Failure | undefined> =>
  (await registrationGuard(door)) ?? provenFirst(door);

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
  const query = state === "confirmed" ? "" : `?state=${state}`;
  const path = invitedPage(body, state) ?? `/e/${eventSlug}/registered${query}`;
  return {
    to: href(localeOf(body.locale), path),
    json: { state, eventSlug },
    cookies: [await seatsCookie(held)],
  };
}

/** The event's form with what was typed; the calendar when there is no such event for this person. */
export async function refusedRegistration({ actor, body }: Door): Promise<string> {
  const invited = invitedPage(body);
  if (invited) return href(localeOf(body.locale), invited);
  const slug = await visibleSlugOf(actor, body.eventId);
  return href(localeOf(body.locale), slug ? `/e/${slug}/register` : "/events");
}

/** What the form did that leads back there; the page knows the same words. */
type OwnPageDone = "changed" | "cancelled" | "accepted" | "switched" | "colleague" | "proven" | "feedback";

/** The page of one registration, where its forms lead back to. */
export const registrationPage = (door: Door, done?: OwnPageDone): string =>
  href(
    localeOf(door.body.locale),
    `/r/${encodeURIComponent(door.params.registrationId ?? "")}${done ? `?done=${done}` : ""}`,
  );
