import { formRoute } from "@/auth/doors";
import { registrationPage } from "@/auth/registration-doors";
import { proveRegistration } from "@/domain/registration/commands/prove-registration";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";

/**
 * Binds a registration to the person of its address, for whoever holds the mailed link: the first step towards talks, and
 * of a request that is granted by rule.
 * Opening the link alone does not, because programs that check mails open every link.
 */
export const POST = formRoute(proveRegistration, {
  input: ({ params }) => ({ registrationId: params.registrationId }),
  done: ({ registrationId, eventSlug }, door) => ({
    to:
      door.body.from === "request"
        ? registrationPage(door, "proven")
        : href(localeOf(door.body.locale), `/me/talks?${new URLSearchParams({ event: eventSlug })}`),
    json: { registrationId, eventSlug },
  }),
  refused: (door) => registrationPage(door),
});
