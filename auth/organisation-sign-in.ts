import "server-only";
import { z } from "zod";
import { isUnavailable } from "@/domain/kernel/failures";
import { signInProven } from "@/domain/people/commands/sign-in-proven";
import { type ClaimProblem, localeName, provenByClaims } from "@/domain/people/schema";
import { clearCookie, setCookie } from "@/lib/cookies";
import { href } from "@/lib/i18n/href";
import { type Locale, localeOf } from "@/lib/i18n/locales";
import { isWithinLimit } from "@/lib/limits";
import { currentRequestId, logger } from "@/lib/logger";
import { ownPath } from "@/lib/own-path";
import { seal, unseal } from "@/lib/tokens";
import { type Door, seeOther } from "./doors";
import { loginCookies } from "./login-cookies";
import { linkAfterSignIn } from "./options";
import { expectation, finishAt, nameOf, organisation, startAt, troubleOf } from "./organisation";

/** Somebody may have to find their password there first. */
const SECONDS = 900;

/** Why signing in through the organisation did not work; the page has a sentence for each. */
type Problem = ClaimProblem | ReturnType<typeof troubleOf> | "rate_limited";

const kept = z.object({ expected: expectation, next: z.string(), locale: localeName });

function problemPage(locale: Locale, { why, next }: { why: Problem; next: string }): Response {
  const query = new URLSearchParams({ why, next });
  return seeOther(href(locale, `/login/organisation?${query}`), [clearCookie("organisation")]);
}

/** The button was pressed: asks the provider where to go, and keeps in the browser what its answer has to fit. */
export async function beginAtOrganisation({ request, body }: Door): Promise<Response> {
  const asked = organisation();
  if (!asked) return new Response(null, { status: 404 });
  const locale = localeOf(body.locale);
  const next = ownPath(body.next, href(locale, "/me"));
  if (!(await isWithinLimit("organisation-sign-in", request)))
    return problemPage(locale, { why: "rate_limited", next });
  try {
    const { to, expected } = await startAt(asked);
    const sealed = await seal("organisation", { expected, next, locale }, SECONDS);
    return seeOther(to, [setCookie("organisation", sealed, SECONDS)]);
  } catch (error) {
    logger.warn({ reason: nameOf(error) }, "the organisation's sign-in could not be asked");
    return problemPage(locale, { why: "away", next });
  }
}

/** Whom the provider has proven, or why nobody. */
async function provenBy(search: string, expected: z.infer<typeof expectation>) {
  const asked = organisation();
  if (!asked) return { ok: false, why: "failed" } as const;
  try {
    return provenByClaims(await finishAt(asked, expected, search), asked.domains);
  } catch (error) {
    logger.warn({ reason: nameOf(error) }, "a sign-in through the organisation was not believed");
    return { ok: false, why: troubleOf(error) } as const;
  }
}

/**
 * The provider sent somebody back. Only the browser that pressed the button holds what the answer has to fit, and only
 * once. Whose address the provider calls proven is signed in as by a mailed link; nothing else it says is kept.
 */
export async function finishAtOrganisation(door: Door): Promise<Response> {
  const pending = await unseal("organisation", door.cookies.get("organisation"), kept);
  const locale = pending?.locale ?? "de";
  const next = ownPath(pending?.next, href(locale, "/me"));
  const problem = (why: Problem) => problemPage(locale, { why, next });
  if (!pending) return problem("failed");
  if (!(await isWithinLimit("organisation-sign-in", door.request))) return problem("rate_limited");
  const proven = await provenBy(door.url.search, pending.expected);
  if (!proven.ok) return problem(proven.why);
  try {
    const login = await openFor({ ...proven, locale });
    return seeOther(next, [...loginCookies(login), clearCookie("organisation")]);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return problem("away");
  }
}

async function openFor({ email, name, locale }: { email: string; name: string; locale: Locale }) {
  const actor = { type: "system", job: "organisation-sign-in" } as const;
  const result = await signInProven({ actor, input: { email, name, locale }, requestId: currentRequestId() });
  if (!result.ok) throw new Error(`a proven person was not signed in: ${result.failure.reason}`);
  await linkAfterSignIn(result.value.personId);
  return result.value;
}
