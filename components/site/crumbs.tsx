import { Fragment } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

export type Crumb = { label: string /** Missing on the last one: the page itself. */; href?: string };

/** Where this page stands, from the outside in. */
export function Crumbs({ locale, items }: { locale: Locale; items: readonly Crumb[] }) {
  return (
    <nav className="crumbs" aria-label={translator(locale, "site")("crumbs")}>
      {items.map((item, index) => (
        <Fragment key={item.label}>
          {index > 0 ? <span aria-hidden="true">/</span> : null}
          {item.href ? <a href={item.href}>{item.label}</a> : <span>{item.label}</span>}
        </Fragment>
      ))}
    </nav>
  );
}
