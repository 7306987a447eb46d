import { formRoute } from "@/auth/doors";
import { noPersonalFlash } from "@/auth/flash";
import { noLoginCookies } from "@/auth/login-cookies";
import { closeLogin } from "@/domain/people/commands/close-login";
import { clearCookie } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/**
 * Signs out: the login's row goes, and with it every copy of the cookie. On a shared machine no seat stays behind, and
 * no refused form.
 */
export const POST = formRoute(closeLogin, {
  input: ({ cookies }) => ({ sessionToken: cookies.get("login") }),
  done: (_value, { body }) => ({
    to: href(localeOf(body.locale), "/"),
    cookies: [...noLoginCookies(), clearCookie("seats"), ...noPersonalFlash()],
  }),
  refused: ({ body }) => href(localeOf(body.locale), "/"),
});
