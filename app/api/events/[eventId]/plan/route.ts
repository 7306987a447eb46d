import { jsonQuery } from "@/auth/doors";
import { planBoard } from "@/domain/matchmaking/queries/plan-board";
import { localeOf } from "@/lib/i18n/locales";
import { idOf } from "@/lib/ids";

/** The matrix of an event's talks for its organizers; asked again while a plan is searched. `?locale=` is the page's. */
export const GET = jsonQuery(async ({ actor, params, url }) => {
  const event = idOf("event").safeParse(params.eventId);
  const locale = localeOf(url.searchParams.get("locale"));
  return event.success ? planBoard(actor, { eventId: event.data, locale }) : undefined;
});
