import { formRoute } from "@/auth/doors";
import { noPersonalFlash } from "@/auth/flash";
import { noLoginCookies } from "@/auth/login-cookies";
import { mailedSeat } from "@/auth/other-person";
import { seatsCookie } from "@/auth/seats";
import { closeLogin } from "@/domain/people/commands/close-login";
import { clearCookie } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { ownPath } from "@/lib/own-path";

/**
 * Signs out: the login's row goes, and with it every copy of the cookie. On a shared machine no seat stays behind, and
 * no refused form. Only who goes on by a mailed link that they name keeps that one.
 */
export const POST = formRoute(closeLogin, {
  input: ({ cookies }) => ({ sessionToken: cookies.get("login") }),
  done: async (_value, { body, cookies }) => {
    const kept = await mailedSeat(cookies, body.as);
    const home = href(localeOf(body.locale), "/");
    const seats = kept ? await seatsCookie([kept]) : clearCookie("seats");
    return {
      to: kept ? ownPath(body.next, home) : home,
      cookies: [...noLoginCookies(), seats, ...noPersonalFlash()],
    };
  },
  refused: ({ body }) => href(localeOf(body.locale), "/"),
});
