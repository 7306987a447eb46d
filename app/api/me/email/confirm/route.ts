import { ADDRESS_PAGE, addressChangeIn } from "@/auth/address-link";
import { formRoute } from "@/auth/doors";
import { confirmEmail } from "@/domain/privacy/commands/confirm-email";
import { clearCookie } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/** The button of the page that a mailed link leads to: now the new address counts. Which one, the link's cookie says. */
export const POST = formRoute(confirmEmail, {
  input: async (door) => ({ changeId: await addressChangeIn(door) }),
  done: (_value, { body }) => ({
    to: href(localeOf(body.locale), `${ADDRESS_PAGE}?done=changed`),
    json: { changed: true },
    cookies: [clearCookie("address")],
  }),
  refused: ({ body }) => href(localeOf(body.locale), ADDRESS_PAGE),
});
