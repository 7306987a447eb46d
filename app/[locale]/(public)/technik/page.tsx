import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { ClientMessages } from "@/components/site/client-messages";
import { SitePage } from "@/components/site/site-page";
import { TechnicalTestClient } from "@/components/technical-test/technical-test-client";
import { Notice } from "@/components/ui/notice";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import "@/components/devices/devices.css";
import "@/components/technical-test/technical-test.css";

type PageProps = { params: Promise<{ locale: string }> };

export const dynamic = "force-static";

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "technical");
  return { title: t("title"), description: t("lead") };
}

/** The test of one's own technology. It is the same for everybody, so the page itself asks nothing and knows nobody. */
export default async function Page({ params }: PageProps) {
  const locale = localeOf((await params).locale);
  setRequestLocale(locale);
  const t = translator(locale, "technical");
  return (
    <SitePage locale={locale} path="/technik">
      <div className="wrap wrap--text section--tight">
        <div className="page-head">
          <h1>{t("title")}</h1>
          <p className="lead">{t("lead")}</p>
        </div>
        <noscript>
          <Notice tone="warning">{t("needsScript")}</Notice>
        </noscript>
        <ClientMessages locale={locale} areas={["technical", "devices"]}>
          <TechnicalTestClient />
        </ClientMessages>
        <section className="prose">
          <h2>{t("needs.title")}</h2>
          <ul>
            {(["browser", "speaker", "devices", "network"] as const).map((need) => (
              <li key={need}>{t(`needs.${need}`)}</li>
            ))}
          </ul>
          <h2>{t("privacy.title")}</h2>
          {(["devices", "connection", "report"] as const).map((promise) => (
            <p key={promise}>{t(`privacy.${promise}`)}</p>
          ))}
        </section>
      </div>
    </SitePage>
  );
}
