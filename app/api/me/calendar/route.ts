import { formRoute } from "@/auth/doors";
import { shareCalendar } from "@/domain/calendar/commands/share-calendar";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/** Gives the signed-in person's calendar an address, another one, or none. Field: want (open, renew, close). */
export const POST = formRoute(shareCalendar, {
  input: ({ body }) => ({ want: body.want }),
  done: (_value, { body }) => ({
    to: href(localeOf(body.locale), `/me?done=calendar-${String(body.want)}#calendar`),
  }),
  refused: ({ body }) => href(localeOf(body.locale), "/me"),
});
