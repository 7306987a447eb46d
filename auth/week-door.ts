import "server-only";
import type { z } from "zod";
import { fieldErrors } from "@/domain/kernel/failures";
import { resultResponse } from "@/domain/kernel/http";
import { findSeriesById } from "@/domain/programme/queries/listings";
import { visibleSlugOf } from "@/domain/programme/queries/visible-events";
import { registerForEvent } from "@/domain/registration/commands/register-for-event";
import { tickedEvents, type WeekOutcome } from "@/domain/registration/labels";
import { eventsWithTalks } from "@/domain/registration/queries/week";
import { registerInput } from "@/domain/registration/schema";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { idOf } from "@/lib/ids";
import { isWithinLimit } from "@/lib/limits";
import { type Failure, fail } from "@/lib/result";
import { callOf, type Door, seeOther, tooMany, wantsJson } from "./doors";
import { flashCookie, noFlash } from "./flash";
import { seatsCookie, seatsIn, withSeat } from "./seats";

/** Who somebody is, once, and what they have ticked; each event is registered for by the command of its own form. */
const weekForm = registerInput
  .pick({ name: true, email: true, organisation: true, locale: true, timeZone: true, talksOptIn: true })
  .extend({ eventIds: tickedEvents });
type Said = z.output<typeof weekForm>;
type Outcomes = Map<string, WeekOutcome>;
type Registered = { outcomes: Outcomes; held: Awaited<ReturnType<typeof seatsIn>> };

const outcomeOf: Record<string, WeekOutcome> = {
  event_full: "full",
  registration_closed: "closed",
  not_open_yet: "not_open_yet",
  event_over: "closed",
  event_cancelled: "closed",
  event_postponed: "closed",
  try_again: "later",
  rate_limited: "later",
};

function refusalOf({ reason, fields = {} }: Failure): WeekOutcome {
  const names = Object.keys(fields);
  if (names.some((name) => name.startsWith("q."))) return "questions";
  return names.includes("email") ? "own_address" : (outcomeOf[reason] ?? "refused");
}

/**
 * One of the ticked events, by the command of its own form. The key of the press and what is said about this one event
 * are its intention: whoever goes back and ticks one more is answered for the others like the first time.
 */
async function registerOne(
  door: Door,
  eventId: string,
  { name, email, organisation, locale, timeZone, talksOptIn }: Said,
) {
  if (!(await isWithinLimit("registration", door.request))) return { ok: false as const, failure: tooMany };
  return registerForEvent(callOf(door, { eventId, name, email, organisation, locale, timeZone, talksOptIn }));
}

/** One after the other: each event is one answer of its own, and none waits for another. */
async function registerAll(door: Door, said: Said): Promise<Registered> {
  const outcomes: Outcomes = new Map();
  let held = await seatsIn(door.cookies);
  // Who takes talks agrees to that where there are some, and nowhere else.
  const talks: ReadonlySet<string> = said.talksOptIn ? await eventsWithTalks(said.eventIds) : new Set();
  for (const eventId of said.eventIds) {
    const result = await registerOne(door, eventId, { ...said, talksOptIn: talks.has(eventId) });
    outcomes.set(eventId, result.ok ? result.value.state : refusalOf(result.failure));
    if (!result.ok) continue;
    const { registrationId, eventId: id, claimId } = result.value;
    const seat = claimId
      ? ({ registrationId, eventId: id, via: "claim", claimId } as const)
      : ({ registrationId, eventId: id, via: "mail" } as const);
    held = withSeat(held, seat);
  }
  return { outcomes, held };
}

/** What asks more of somebody has its own form, where they find what they have typed here. */
async function handedOver(door: Door, { outcomes }: Registered): Promise<string[]> {
  const asking = [...outcomes].filter(([, outcome]) => outcome === "questions").slice(0, 5);
  const cookies = asking.map(async ([eventId]) => {
    const slug = await visibleSlugOf(door.actor, eventId);
    if (!slug) return [];
    const { name, email, organisation } = door.body;
    const page = href(localeOf(door.body.locale), `/e/${slug}/register`);
    const { failure } = fail("conflict", "questions_open");
    return [await flashCookie({ actor: door.actor, failure, body: { name, email, organisation }, page })];
  });
  return (await Promise.all(cookies)).flat();
}

async function refused(door: Door, failure: Failure, slug: string): Promise<Response> {
  if (wantsJson(door.request)) return resultResponse({ ok: false, failure });
  const to = href(localeOf(door.body.locale), `/s/${slug}/register`);
  return seeOther(to, [await flashCookie({ actor: door.actor, failure, body: door.body, page: to })]);
}

const seriesNamed = async (id: unknown) => {
  const parsed = idOf("series").safeParse(id);
  return parsed.success ? findSeriesById(parsed.data) : undefined;
};

/** The form of a series: several events, one press. What became of each stands in the address of the answer. */
export async function registerForWeek(door: Door): Promise<Response> {
  const series = await seriesNamed(door.body.seriesId);
  if (!series) return resultResponse(fail("not_found", "missing"));
  const parsed = weekForm.safeParse(door.body);
  if (!parsed.success) {
    const { failure } = fail("invalid", "input", { fields: fieldErrors(parsed.error) });
    return refused(door, failure, series.slug);
  }
  const done = await registerAll(door, parsed.data);
  const cookies = [await seatsCookie(done.held), ...(await handedOver(door, done))];
  if (wantsJson(door.request)) {
    const response = resultResponse({ ok: true, value: { outcomes: Object.fromEntries(done.outcomes) } });
    for (const cookie of cookies) response.headers.append("set-cookie", cookie);
    return response;
  }
  const query = new URLSearchParams([...done.outcomes]);
  const to = href(localeOf(door.body.locale), `/s/${series.slug}/registered?${query}`);
  return seeOther(to, [...cookies, ...noFlash(door.request)]);
}
