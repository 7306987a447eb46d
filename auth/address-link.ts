import "server-only";
import { cookies as nextCookies } from "next/headers";
import { emailChangeOf, findOpenEmailChange } from "@/domain/people/queries/email-changes";
import { EMAIL_CHANGE_SECONDS } from "@/domain/people/rules";
import { clearCookie, cookieName, setCookie } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import { defaultLocale } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";
import { readEmailChangeToken } from "@/lib/tokens";
import { type Door, seeOther } from "./doors";

export const ADDRESS_PAGE = "/me/data/address";

/**
 * The mailed link of a new address was opened: what it said goes into a cookie, so that the token leaves the address, and
 * the page with the button is shown. Consumes nothing, because programs that check mails open every link.
 */
export async function rememberAddressLink(token: string): Promise<Response> {
  const changeId = await readEmailChangeToken(token);
  const change = changeId && (await emailChangeOf(changeId));
  const isOpen = change && (await findOpenEmailChange({ changeId: change.id, now: now() })) !== undefined;
  return seeOther(href(change?.locale ?? defaultLocale, ADDRESS_PAGE), [
    isOpen ? setCookie("address", token, EMAIL_CHANGE_SECONDS) : clearCookie("address"),
  ]);
}

/** The change whose link this browser opened last, for the button. */
export async function addressChangeIn({ cookies }: Pick<Door, "cookies">) {
  const token = cookies.get("address");
  return token === undefined ? undefined : readEmailChangeToken(token);
}

/** The same for its page; undefined once it is over. */
export async function readAddressChange() {
  const token = (await nextCookies()).get(cookieName("address"))?.value;
  const changeId = token === undefined ? undefined : await readEmailChangeToken(token);
  return changeId && findOpenEmailChange({ changeId, now: now() });
}
