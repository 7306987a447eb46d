"use client";

import { useLocale, useTranslations } from "next-intl";
import { href } from "@/lib/i18n/href";

/** P01: the legal pages are one click away from every screen of the room that is not the call itself. */
export function LegalFoot() {
  const t = useTranslations("room.page");
  const locale = useLocale();
  const links = [
    ["/kontakt", t("contact")],
    ["/impressum", t("imprint")],
    ["/datenschutz", t("privacy")],
    ["/barrierefreiheit", t("accessibility")],
  ] as const;
  return (
    <footer className="rm-lobby__foot">
      <nav aria-label={t("legal")}>
        {links.map(([path, text]) => (
          <a key={path} href={href(locale, path)} target="_blank" rel="noopener">
            {text}
          </a>
        ))}
      </nav>
    </footer>
  );
}
