import { listOf } from "@/auth/door-body";
import { formRoute } from "@/auth/doors";
import { publishListing } from "@/domain/matchmaking/commands/publish-listing";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/** Publishes what the signed-in person seeks and offers. */
export const POST = formRoute(publishListing, {
  input: ({ body }) => ({
    ...body,
    needs: listOf(body.needs),
    offers: listOf(body.offers),
    languages: listOf(body.languages),
    cooperation: listOf(body.cooperation),
    ways: listOf(body.ways),
    hidden: listOf(body.hidden),
  }),
  done: (_value, { body }) => ({ to: href(localeOf(body.pageLocale), "/me/profile?done=published") }),
  refused: ({ body }) => href(localeOf(body.pageLocale), "/me/profile"),
});
