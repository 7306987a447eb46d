import { formRoute } from "@/auth/doors";
import { updateProfile } from "@/domain/people/commands/update-profile";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/** Changes what the signed-in person says of itself. `pageLocale` is the language of the page, `locale` that of mails. */
export const POST = formRoute(updateProfile, {
  input: ({ body }) => body,
  done: (_value, { body }) => ({ to: href(localeOf(body.pageLocale), "/me/profile?done=saved") }),
  refused: ({ body }) => href(localeOf(body.pageLocale), "/me/profile"),
});
