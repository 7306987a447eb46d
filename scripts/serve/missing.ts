import { htmlText } from "@/lib/html-text";
import { href, splitHref } from "@/lib/i18n/href";
import { translator } from "@/lib/i18n/translator";
import type { Finish } from "./reply";

const LEGAL = ["impressum", "datenschutz", "barrierefreiheit", "kontakt"] as const;
const STYLESHEET = /\/_next\/static\/[\w./~-]+\.css/g;

const link = (address: string, text: string, look = "") =>
  `<a${look} href="${address}">${htmlText(text)}</a>`;

function words(path: string): string {
  const { locale } = splitHref(path);
  const error = translator(locale, "errors");
  const site = translator(locale, "site");
  const legal = LEGAL.map((page) => link(href(locale, `/${page}`), site(`legal.${page}`)));
  const ways = [
    link(href(locale, "/events"), error("notFound.events"), ' class="btn btn--primary"'),
    link(href(locale, "/"), error("notFound.home"), ' class="btn btn--secondary"'),
  ];
  return `<div class="site" lang="${locale}"><title>${htmlText(error("notFound.title"))}</title>
<main class="wrap wrap--text section stack"><h1>${htmlText(error("notFound.title"))}</h1>
<p class="lead">${htmlText(error("notFound.text"))}</p><div class="row">${ways.join("\n")}</div></main>
<footer class="site-footer"><div class="wrap site-footer__in">
<nav aria-label="${htmlText(site("legalNav"))}">${legal.join("\n")}</nav></div></footer></div>`;
}

/**
 * What `notFound()` says, for browsers without JavaScript: Next leaves the body of such a page empty and lets its
 * script fill it. Where the script runs, it clears the body first, so these words are never seen twice.
 */
export function readableMissing(html: string, path: string): string {
  const start = html.includes('id="__next_error__"') ? html.indexOf("<body>") : -1;
  if (start < 0) return html;
  const inside = start + "<body>".length;
  const styles = [...new Set(html.match(STYLESHEET) ?? [])].map(
    (one) => `<link rel="stylesheet" href="${one}">`,
  );
  return `${html.slice(0, inside)}<noscript>${styles.join("")}${words(path)}</noscript>${html.slice(inside)}`;
}

/** Finishes a page that does not exist; `finish` is what would be done to it if it did. */
export const finishMissing =
  (path: string, finish: Finish): Finish =>
  (raw, wanted) =>
    finish(readableMissing(raw.toString(), path), wanted);
