import { browserOf } from "@/auth/browser";
import { formRoute, tooMany } from "@/auth/doors";
import { requestSignIn } from "@/domain/people/commands/request-sign-in";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { isWithinLimit } from "@/lib/limits";
import { ownPath } from "@/lib/own-path";

/** Asks for a mail with link and code. Known and unknown addresses get the same answer. */
export const POST = formRoute(requestSignIn, {
  guard: async ({ request }) => ((await isWithinLimit("sign-in-request", request)) ? undefined : tooMany),
  input: (door) => ({
    email: door.body.email,
    locale: door.body.locale,
    browser: browserOf(door).name,
    next: ownPath(door.body.next),
  }),
  done: (_value, door) => ({
    to: href(localeOf(door.body.locale), "/login/code"),
    cookies: [browserOf(door).cookie],
  }),
  refused: ({ body }) =>
    href(localeOf(body.locale), `/login?${new URLSearchParams({ next: ownPath(body.next) })}`),
});
