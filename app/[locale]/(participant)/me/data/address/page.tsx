import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { AddressConfirm } from "@/components/account/address-confirm";
import { SitePage } from "@/components/site/site-page";
import { findOpenEmailChange } from "@/domain/people/queries/email-changes";
import { localeOf } from "@/lib/i18n/locales";
import { now } from "@/lib/time/clock";
import { readEmailChangeToken } from "@/lib/tokens";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// The address is a key: no search engine may keep it, and no other site may learn it.
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** What the mailed link of a new address shows: from where to where, and one button. Opening it changes nothing. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [actor, { token, done }, flash] = await Promise.all([currentActor(), searchParams, readFlash()]);
  const changeId = typeof token === "string" ? await readEmailChangeToken(token) : undefined;
  const change = changeId && (await findOpenEmailChange({ changeId, now: now() }));
  return (
    <SitePage locale={locale} path="/me/data/address" signedIn={actor.type === "person"} unlisted>
      <AddressConfirm
        change={typeof token === "string" && change ? { ...change, token } : undefined}
        isDone={done === "changed"}
        refused={flash}
        locale={locale}
      />
    </SitePage>
  );
}
