import { plainDoor, seeOther } from "@/auth/doors";
import { loginCookies } from "@/auth/login-cookies";
import { openLogin } from "@/domain/people/commands/open-login";
import { isDemo } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { ownPath } from "@/lib/own-path";

/** Signs in a demo persona with one click. Does not exist outside demo mode. */
export const POST = plainDoor(async ({ body }) => {
  if (!isDemo()) return new Response(null, { status: 404 });
  const result = await openLogin({
    actor: { type: "system", job: "demo-sign-in" },
    input: { persona: body.persona },
  });
  const locale = localeOf(body.locale);
  if (!result.ok) return seeOther(href(locale, "/login"));
  return seeOther(ownPath(body.next, href(locale, "/me")), loginCookies(result.value));
});
