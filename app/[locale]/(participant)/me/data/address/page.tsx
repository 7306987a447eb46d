import { setRequestLocale } from "next-intl/server";
import { ADDRESS_PAGE, readAddressChange } from "@/auth/address-link";
import { readFlash } from "@/auth/flash";
import { currentActor } from "@/auth/session";
import { AddressConfirm } from "@/components/account/address-confirm";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { tiesForViewer } from "@/domain/alliance/queries/address-ties";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = titled((locale) => translator(locale, "privacy")("email.confirmTitle"), {
  referrer: "same-origin",
});

/** Where the mailed link of a new address leads: from where to where, what it changes, and one button. */
export default async function Page({ params, searchParams }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [actor, { done }, flash] = await Promise.all([currentActor(), searchParams, readFlash()]);
  const change = await readAddressChange();
  return (
    <SitePage locale={locale} path={ADDRESS_PAGE} signedIn={actor.type === "person"} unlisted>
      <AddressConfirm
        change={change && { ...change, ties: await tiesForViewer(actor, change) }}
        isDone={done === "changed"}
        refused={flash}
        locale={locale}
      />
    </SitePage>
  );
}
