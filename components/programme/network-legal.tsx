import { useTranslations } from "next-intl";
import { MailText } from "@/components/site/mail-text";
import type { NetworkView } from "@/domain/alliance/queries";
import { legalTextsOf } from "@/domain/alliance/rules";
import type { Locale } from "@/lib/i18n/locales";

/** The legal texts of one network, as plain paragraphs. */
export function NetworkLegal({ network, locale }: { network: NetworkView; locale: Locale }) {
  const t = useTranslations("public.network");
  return (
    <div className="wrap wrap--text section stack">
      <h1>{t("legal", { network: network.name })}</h1>
      {legalTextsOf(network, locale).map(({ part, text, locale: language }) => (
        <section key={part} className="prose">
          <h2>{t(part)}</h2>
          <div lang={language}>
            {text.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph} style={{ whiteSpace: "pre-line" }}>
                <MailText text={paragraph} />
              </p>
            ))}
          </div>
        </section>
      ))}
      <p className="small muted">{t("platform")}</p>
    </div>
  );
}
