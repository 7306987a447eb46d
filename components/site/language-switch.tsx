import { href } from "@/lib/i18n/href";
import { type Locale, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** Two plain links to the same page in the other language; each is written in its own. */
export function LanguageSwitch({ locale, path }: { locale: Locale; path: string }) {
  const t = translator(locale, "site");
  return (
    <nav className="lang" aria-label={t("language")}>
      {locales.map((other) => (
        <a
          key={other}
          href={href(other, path)}
          lang={other}
          hrefLang={other}
          aria-label={translator(other, "site")("languageName")}
          aria-current={other === locale ? "true" : undefined}
        >
          {other.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}
