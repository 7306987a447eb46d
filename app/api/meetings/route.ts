import { listOf } from "@/auth/door-body";
import { formRoute } from "@/auth/doors";
import { requestsPage, talkCookies } from "@/auth/talk-doors";
import { requestMeeting } from "@/domain/matchmaking/commands/request-meeting";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** Asks for a talk. A form posts no slot, one, or several. */
export const POST = formRoute(requestMeeting, {
  input: ({ body }) => ({
    eventId: body.eventId,
    toPersonId: body.toPersonId,
    note: body.note,
    entryId: body.entryId,
    slots: listOf(body.slots),
  }),
  done: (value, door) => ({
    to: requestsPage(door, "requested"),
    json: value,
    cookies: talkCookies(),
  }),
  refused: ({ body }) => {
    const query = new URLSearchParams({ event: textOf(body.eventSlug), with: textOf(body.toPersonId) });
    if (typeof body.entryId === "string") query.set("entry", body.entryId);
    return href(localeOf(body.locale), `/me/talks/ask?${query}`);
  },
});
