import type { ReactNode } from "react";
import { OwnDrafts } from "@/components/registration/own-drafts";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader, type SiteHeaderProps } from "@/components/site/site-header";
import { SiteTalkBanner } from "@/components/talks/site-talk-banner";
import { href } from "@/lib/i18n/href";
import { defaultLocale, locales } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

type SitePageProps = SiteHeaderProps & {
  /** Organizer pages: 1248 px instead of 1120. */
  wide?: boolean;
  /** Keeps the page out of search engines; pages for one person are kept out anyway. */
  unlisted?: boolean;
  /** Between header and content; without one the banner of a talk that is about to start. */
  banner?: ReactNode;
  children: ReactNode;
};

/** React moves these into the head. */
function Addresses({ locale, path }: Pick<SiteHeaderProps, "locale" | "path">) {
  return (
    <>
      <link rel="canonical" href={href(locale, path)} />
      {locales.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={href(other, path)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={href(defaultLocale, path)} />
    </>
  );
}

/** Skip link, header, main and footer around a page; for search engines its addresses in both languages. */
export function SitePage({ wide, unlisted, banner, children, ...header }: SitePageProps) {
  const { locale, path } = header;
  return (
    <div className={wide ? "site wide" : "site"}>
      {unlisted || header.signedIn ? (
        <meta name="robots" content="noindex" />
      ) : (
        <Addresses locale={locale} path={path} />
      )}
      <a className="skip" href="#inhalt">
        {translator(locale, "site")("skip")}
      </a>
      <SiteHeader {...header} />
      {banner ?? <SiteTalkBanner locale={locale} always={header.signedIn} />}
      <main id="inhalt">{children}</main>
      <SiteFooter locale={locale} />
      <OwnDrafts />
    </div>
  );
}
