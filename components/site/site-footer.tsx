import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const LEGAL = ["impressum", "datenschutz", "barrierefreiheit", "kontakt"] as const;

/** Foot of every page: help and the legal pages at the same place everywhere. */
export function SiteFooter({ locale }: { locale: Locale }) {
  const t = translator(locale, "site");
  return (
    <footer className="site-footer">
      <div className="wrap site-footer__in">
        <span>{t("claim")}</span>
        <nav className="push" aria-label={t("legalNav")}>
          {LEGAL.map((page) => (
            <a key={page} href={href(locale, `/${page}`)}>
              {t(`legal.${page}`)}
            </a>
          ))}
        </nav>
      </div>
    </footer>
  );
}
