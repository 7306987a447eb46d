import { setRequestLocale } from "next-intl/server";
import { requirePerson } from "@/auth/session";
import { RoleOfferView } from "@/components/office/role-offer";
import { ClientMessages } from "@/components/site/client-messages";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { roleOfferFor } from "@/domain/alliance/queries/role-offers";
import { profileOf } from "@/domain/people/queries";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { idOf } from "@/lib/ids";
import { now } from "@/lib/time/clock";

type PageProps = { params: Promise<{ locale: string; invitation: string }> };

export const generateMetadata = titled((locale) => translator(locale, "office")("offers.title"), {
  referrer: "same-origin",
});

/** Where the mail about a role leads. It only shows the offer; the button accepts it. */
export default async function Page({ params }: PageProps) {
  const { locale: language, invitation } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const path = `/o/offered/${invitation}`;
  const viewer = await requirePerson(locale, path);
  const id = idOf("roleInvitation").safeParse(invitation);
  const [offer, profile] = await Promise.all([
    id.success ? roleOfferFor(viewer, id.data, now()) : undefined,
    profileOf(viewer),
  ]);
  return (
    <SitePage locale={locale} path={path} signedIn>
      <div className="wrap wrap--text stack section">
        <ClientMessages locale={locale} areas={["errors", "registration"]}>
          <RoleOfferView {...{ offer, locale }} email={profile?.email ?? ""} />
        </ClientMessages>
      </div>
    </SitePage>
  );
}
