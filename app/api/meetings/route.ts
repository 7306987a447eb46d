import { formRoute } from "@/auth/doors";
import { talkCookies, talksPage } from "@/auth/talk-doors";
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
    slots: body.slots === undefined ? [] : [body.slots].flat(),
  }),
  done: (value, door) => ({
    to: talksPage({ ...door, body: { ...door.body, back: listOf(door.body) } }, "requested"),
    json: value,
    cookies: talkCookies(),
  }),
  refused: ({ body }) => {
    const query = new URLSearchParams({ event: textOf(body.eventSlug), with: textOf(body.toPersonId) });
    if (typeof body.entryId === "string") query.set("entry", body.entryId);
    return href(localeOf(body.locale), `/me/talks/ask?${query}`);
  },
});

const listOf = (body: Record<string, unknown>): string =>
  `/me/talks?${new URLSearchParams({ event: textOf(body.eventSlug), tab: "requests" })}`;
