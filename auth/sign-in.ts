import "server-only";
import { createHash } from "node:crypto";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { z } from "zod";
import { isLinkUsable, personOfLogin } from "@/domain/people/queries";
import { clearCookie, cookieName, cookiesIn, setCookie } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import { defaultLocale, type Locale } from "@/lib/i18n/locales";
import { ownPath } from "@/lib/own-path";
import { now } from "@/lib/time/clock";
import { seal, unseal } from "@/lib/tokens";
import { seeOther } from "./doors";
import { signedInHint } from "./login-cookies";
import { authOptions } from "./options";
import { pendingIn } from "./pending";

const CONFIRM_SECONDS = 60;
const PENDING_SECONDS = 600;

const confirmPage = (locale: Locale = defaultLocale) => href(locale, "/signin/confirm");
const digest = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * A mailed link was opened: keeps what it said in a cookie, so that the token leaves the address, and shows the
 * page with the button. Consumes nothing, because programs that check mails open every link. A used or
 * expired one leads to the same page, which then offers a new one.
 */
export async function rememberLink(token: string): Promise<Response> {
  const link = await pendingIn(token);
  const usable = link !== undefined && (await isLinkUsable(link, now()));
  return seeOther(confirmPage(link?.locale), [
    usable ? setCookie("pending", token, PENDING_SECONDS) : clearCookie("pending"),
  ]);
}

/** The button was pressed: only within the next minute, and only here, will next-auth's callback be let through. */
export async function confirmLink(request: Request, locale: Locale): Promise<Response> {
  const link = await pendingIn(cookiesIn(request.headers.get("cookie")).get("pending"));
  if (!link) return seeOther(confirmPage(locale), [clearCookie("pending")]);
  const query = new URLSearchParams({
    callbackUrl: ownPath(link.next),
    token: link.token,
    email: link.email,
  });
  const proof = await seal("confirm", digest(link.token), CONFIRM_SECONDS);
  return seeOther(`/api/auth/callback/email?${query}`, [setCookie("confirm", proof, CONFIRM_SECONDS)]);
}

/** Whether this browser has pressed the button for this token within the last minute. */
async function isConfirmed(request: Request, token: string): Promise<boolean> {
  const proof = cookiesIn(request.headers.get("cookie")).get("confirm");
  return (await unseal("confirm", proof, z.string())) === digest(token);
}

/**
 * next-auth's callback, for confirmed links only. Of its answer the login cookie and the path are kept: no other
 * cookie of its is needed, and no address that it has guessed is believed.
 */
export async function consumeLink(request: NextRequest): Promise<Response> {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const link = await pendingIn(cookiesIn(request.headers.get("cookie")).get("pending"));
  const page = confirmPage(link?.locale);
  if (!(await isConfirmed(request, token))) return seeOther(page);
  const context = { params: Promise.resolve({ nextauth: ["callback", "email"] }) };
  const response: unknown = await NextAuth(request, context, authOptions());
  if (!(response instanceof Response)) throw new Error("next-auth gave no response");
  const done = [clearCookie("pending"), clearCookie("confirm")];
  const login = response.headers.getSetCookie().filter((text) => text.startsWith(`${cookieName("login")}=`));
  const signedIn = await personOfLogin(cookiesIn(login[0]?.split(";")[0] ?? null).get("login") ?? "", now());
  if (!signedIn) return seeOther(page, done);
  const hint = signedInHint(signedIn.personId);
  return seeOther(ownPath(response.headers.get("location")), [...login, hint, ...done]);
}
