import { browserOf } from "@/auth/browser";
import { formRoute, tooMany } from "@/auth/doors";
import { loginCookies } from "@/auth/login-cookies";
import { linkAfterSignIn } from "@/auth/options";
import { verifySignInCode } from "@/domain/people/commands/verify-sign-in-code";
import { clearCookie } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { isWithinLimit } from "@/lib/limits";
import { ownPath } from "@/lib/own-path";

const codePage = (locale: unknown) => href(localeOf(locale), "/login/code");

/** Signs in with the code from the mail, in the browser that asked for it. */
export const POST = formRoute(verifySignInCode, {
  guard: async ({ request }) => ((await isWithinLimit("sign-in-code", request)) ? undefined : tooMany),
  input: (door) => ({ code: door.body.code, browser: browserOf(door).name }),
  done: async (value, { body }) => {
    if (value.outcome !== "signed_in")
      return { refusal: { kind: "conflict", reason: value.outcome }, to: codePage(body.locale) };
    await linkAfterSignIn(value.personId);
    const cookies = [...loginCookies(value), clearCookie("browser")];
    return { to: ownPath(value.next), cookies };
  },
  refused: ({ body }) => codePage(body.locale),
});
