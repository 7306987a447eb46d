import type { IncomingMessage } from "node:http";
import { htmlText } from "@/lib/html-text";
import { href, splitHref } from "@/lib/i18n/href";
import { type Locale, namedLocale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const MEGABYTE = 1024 * 1024;
/** Enough to be read well: the styles of our pages have names that only a built page knows. */
const STYLE =
  "body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}h1{font-size:1.5rem;line-height:1.25}a{color:#0a5f7a}";

/** Whether a browser sent this as a form, and shows the answer as a page. */
export const isBrowserForm = ({ method, headers }: IncomingMessage): boolean =>
  method === "POST" && (headers.accept ?? "").includes("text/html");

/** The page of ours on which the form stood; undefined when the browser does not say, or it was nobody's of us. */
function pageBefore({ headers }: IncomingMessage): string | undefined {
  const { referer, host } = headers;
  if (!referer || !URL.canParse(referer)) return undefined;
  const url = new URL(referer);
  return url.host === host ? `${url.pathname}${url.search}` : undefined;
}

/** What the browser would rather read, of our languages; for a form whose page is not known. */
const preferred = ({ headers }: IncomingMessage): Locale =>
  (headers["accept-language"] ?? "")
    .split(",")
    .flatMap((one) => namedLocale(one.trim().slice(0, 2)) ?? [])[0] ?? "de";

/**
 * Answer to a form that is too large to be read: in the language of its page, with how much it was and what to do. What
 * was typed stands in the form that the browser goes back to; in the one that is opened anew its own draft puts it back.
 */
export function tooLargePage(request: IncomingMessage, most: number): string {
  const before = pageBefore(request);
  const locale = before === undefined ? preferred(request) : splitHref(before).locale;
  const t = translator(locale, "errors");
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const sent = Math.ceil((Number(request.headers["content-length"]) / MEGABYTE) * 10) / 10;
  const values = { megabytes: number.format(Math.floor(most / MEGABYTE)), sent: number.format(sent) };
  const says = [t("tooLarge.text", values), t("tooLarge.how"), t("tooLarge.smaller")];
  const title = htmlText(t("tooLarge.title"));
  const back = before ?? href(locale, "/events");
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>
${says.map((one) => `<p>${htmlText(one)}</p>`).join("\n")}
<p><a href="${htmlText(back)}">${htmlText(t(before === undefined ? "notFound.events" : "tooLarge.form"))}</a></p></main></body></html>`;
}
