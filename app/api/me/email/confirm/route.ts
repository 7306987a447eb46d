import { formRoute } from "@/auth/doors";
import { confirmEmail } from "@/domain/privacy/commands/confirm-email";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { readEmailChangeToken } from "@/lib/tokens";

const page = (body: Record<string, unknown>, query: Record<string, string>) =>
  href(localeOf(body.locale), `/me/data/address?${new URLSearchParams(query)}`);

/** The button of the page that a mailed link leads to: now the new address counts. Field: token. */
export const POST = formRoute(confirmEmail, {
  input: async ({ body }) => ({
    changeId: typeof body.token === "string" ? await readEmailChangeToken(body.token) : undefined,
  }),
  done: (_value, { body }) => ({ to: page(body, { done: "changed" }), json: { changed: true } }),
  refused: ({ body }) => page(body, typeof body.token === "string" ? { token: body.token } : {}),
});
