import { formRoute } from "@/auth/doors";
import { noPersonalFlash } from "@/auth/flash";
import { loginOf } from "@/auth/fresh";
import { noLoginCookies } from "@/auth/login-cookies";
import { erasePerson } from "@/domain/privacy/commands/erase-person";
import { clearCookie } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/** Erases the signed-in person. Field: typed, their own address. The browser forgets them as well. */
export const POST = formRoute(erasePerson, {
  input: (door) => ({ sessionToken: loginOf(door), typed: door.body.typed }),
  done: (_value, { body }) => ({
    to: href(localeOf(body.locale), "/me/data/erased"),
    json: { erased: true },
    cookies: [...noLoginCookies(), clearCookie("seats"), ...noPersonalFlash()],
  }),
  refused: ({ body }) => href(localeOf(body.locale), "/me/data"),
});
