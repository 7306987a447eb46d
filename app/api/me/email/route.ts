import { formRoute, tooMany } from "@/auth/doors";
import { loginOf } from "@/auth/fresh";
import { requestEmailChange } from "@/domain/people/commands/request-email-change";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { isWithinLimit } from "@/lib/limits";

/** Asks for a mail to a new address. Field: email. Somebody's and nobody's address get the same answer. */
export const POST = formRoute(requestEmailChange, {
  guard: async ({ request }) => ((await isWithinLimit("sign-in-request", request)) ? undefined : tooMany),
  input: (door) => ({ sessionToken: loginOf(door), email: door.body.email, locale: door.body.locale }),
  done: (_value, { body }) => ({ to: href(localeOf(body.locale), "/me/data?done=address#address") }),
  refused: ({ body }) => href(localeOf(body.locale), "/me/data"),
});
