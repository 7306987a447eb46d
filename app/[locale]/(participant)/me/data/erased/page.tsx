import { setRequestLocale } from "next-intl/server";
import { currentActor } from "@/auth/session";
import { SitePage } from "@/components/site/site-page";
import { titled } from "@/components/site/titled";
import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type PageProps = { params: Promise<{ locale: string }> };

export const generateMetadata = titled((locale) => translator(locale, "privacy")("erase.doneTitle"));

/** After erasing oneself: what that meant. It says nothing of anybody, so whoever opens it may read it. */
export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const [actor, t] = [await currentActor(), translator(locale, "privacy")];
  return (
    <SitePage locale={locale} path="/me/data/erased" signedIn={actor.type === "person"} unlisted>
      <div className="wrap wrap--text stack section">
        <h1>{t("erase.doneTitle")}</h1>
        <p className="lead">{t("erase.doneText")}</p>
        <p>
          <ButtonLink href={href(locale, "/")}>{t("erase.doneLink")}</ButtonLink>
        </p>
      </div>
    </SitePage>
  );
}
