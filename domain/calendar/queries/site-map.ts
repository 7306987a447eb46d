import "server-only";
import { create } from "xmlbuilder2";
import { listNetworks } from "@/domain/alliance/queries";
import { listSeries } from "@/domain/programme/queries/listings";
import { listPublicSlugs } from "@/domain/programme/queries/public-windows";
import { origin } from "@/lib/env";
import { href } from "@/lib/i18n/href";
import { defaultLocale, locales } from "@/lib/i18n/locales";

const FIXED = ["/", "/events", "/technik", "/impressum", "/datenschutz", "/barrierefreiheit", "/kontakt"];
const XHTML = "http://www.w3.org/1999/xhtml";
const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The addresses of all public pages, each with its other languages, as a sitemap (sitemaps.org 0.9). */
export async function siteMap(): Promise<string> {
  const [slugs, networks, series] = await Promise.all([listPublicSlugs(), listNetworks(), listSeries()]);
  const paths = [
    ...FIXED,
    ...series.map(({ slug }) => `/s/${slug}`),
    ...networks.map(({ slug }) => `/n/${slug}`),
    ...slugs.map((slug) => `/e/${slug}`),
  ];
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele(SITEMAP, "urlset", { "xmlns:xhtml": XHTML });
  const url = (path: string, locale: (typeof locales)[number]) => `${origin()}${href(locale, path)}`;
  for (const path of paths) {
    const others = [
      ...locales.map((locale) => ({ hreflang: locale, href: url(path, locale) })),
      { hreflang: "x-default", href: url(path, defaultLocale) },
    ];
    for (const locale of locales) {
      const entry = root.ele("url");
      entry.ele("loc").txt(url(path, locale));
      for (const other of others) entry.ele(XHTML, "xhtml:link", { rel: "alternate", ...other });
    }
  }
  return root.end();
}
