import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** P01: the legal pages are one click away from the hall's page too. */
export function HallFoot({ locale }: { locale: Locale }) {
  const t = translator(locale, "audience");
  const links = [
    ["/impressum", t("hall.imprint")],
    ["/datenschutz", t("hall.privacy")],
    ["/barrierefreiheit", t("hall.accessibility")],
  ] as const;
  return (
    <footer className="hall__foot">
      <nav>
        {links.map(([path, text]) => (
          <a key={path} href={href(locale, path)} target="_blank" rel="noopener">
            {text}
          </a>
        ))}
      </nav>
    </footer>
  );
}
