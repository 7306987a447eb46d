import { defaultLocale, type Locale } from "@/lib/i18n/locales";

/** Address of a page in one language: `/e/foo` in German, `/en/e/foo` in English. `path` starts with a slash. */
export function href(locale: Locale, path: string): string {
  if (locale === defaultLocale) return path;
  return path === "/" || path.startsWith("/?") || path.startsWith("/#")
    ? `/${locale}${path.slice(1)}`
    : `/${locale}${path}`;
}

/** Splits an address into its language and the path without prefix; the inverse of `href`. */
export function splitHref(address: string): { locale: Locale; path: string } {
  const match = /^\/en(?=$|[/?#])(.*)$/s.exec(address);
  if (!match) return { locale: defaultLocale, path: address };
  const rest = match[1] ?? "";
  return { locale: "en", path: rest.startsWith("/") ? rest : `/${rest}` };
}
