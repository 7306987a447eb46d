import type { ReactNode } from "react";
import { AccountLink } from "@/components/site/account-link";
import { LanguageSwitch } from "@/components/site/language-switch";
import { Logo } from "@/components/site/logo";
import { ButtonLink, buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export type SiteSection = "events" | "series" | "networks" | "me";

export type SiteHeaderProps = {
  locale: Locale;
  /** Address of this page without language prefix. */
  path: string;
  current?: SiteSection;
  /** Only pages rendered for one person know this; cached pages say nothing about the visitor. */
  signedIn?: boolean;
  /** At the end of the header, before the menu: for signed-in pages. */
  actions?: ReactNode;
};

const MENU = "site-menu";
const SECTIONS = [
  ["events", "/events"],
  ["series", "/s"],
  ["networks", "/#netzwerke"],
] as const;

type LinksProps = Pick<SiteHeaderProps, "locale" | "current">;

function SectionLinks({ locale, current }: LinksProps) {
  const t = translator(locale, "site");
  return SECTIONS.map(([section, path]) => (
    <a key={section} href={href(locale, path)} aria-current={section === current ? "page" : undefined}>
      {t(`nav.${section}`)}
    </a>
  ));
}

function Account({ locale, signedIn }: Pick<SiteHeaderProps, "locale" | "signedIn">) {
  const t = translator(locale, "site");
  const mine = { href: href(locale, "/me"), label: t("nav.me") };
  if (!signedIn)
    return <AccountLink mine={mine} signIn={{ href: href(locale, "/login"), label: t("signIn") }} />;
  return (
    <ButtonLink href={mine.href} size="sm">
      {mine.label}
    </ButtonLink>
  );
}

/** Head of every page. On phones the sections fold into the browser's own popover, so no script is needed. */
export function SiteHeader({ locale, path, current, signedIn, actions }: SiteHeaderProps) {
  const t = translator(locale, "site");
  return (
    <header className="site-header">
      <div className="wrap site-header__in">
        <a className="logo" href={href(locale, "/")} aria-label={t("home")}>
          <Logo />
          Plenum
        </a>
        <nav className="site-nav" aria-label={t("mainNav")}>
          <SectionLinks locale={locale} current={current} />
        </nav>
        <div className="site-header__end">
          <LanguageSwitch locale={locale} path={path} />
          {actions}
          <Account locale={locale} signedIn={signedIn} />
          <button
            type="button"
            popoverTarget={MENU}
            className={`${buttonClass({ variant: "quiet", size: "sm", icon: true })} btn--menu`}
            aria-label={t("menu")}
          >
            <Icon name="menu" />
          </button>
        </div>
        <div id={MENU} popover="auto" className="site-menu">
          <nav aria-label={t("mainNav")}>
            <SectionLinks locale={locale} current={current} />
          </nav>
          <LanguageSwitch locale={locale} path={path} />
        </div>
      </div>
    </header>
  );
}
