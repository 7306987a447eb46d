import type { IncomingMessage } from "node:http";
import { splitHref } from "@/lib/i18n/href";
import { type Locale, localeOf, namedLocale } from "@/lib/i18n/locales";
import { tooLargePage } from "@/lib/too-large-page";

/** Whether a browser sent this as a form, and shows the answer as a page. */
export const isBrowserForm = ({ method, headers }: IncomingMessage): boolean =>
  method === "POST" && (headers.accept ?? "").includes("text/html");

/** The page of ours on which the form stood; undefined when the browser does not say, or it was none of ours. */
function pageBefore({ headers }: IncomingMessage): string | undefined {
  const { referer, host } = headers;
  if (!referer || !URL.canParse(referer)) return undefined;
  const url = new URL(referer);
  return url.host === host ? `${url.pathname}${url.search}` : undefined;
}

/** What the browser would rather read, of our languages; for a form whose page is not known. */
function preferred({ headers }: IncomingMessage): Locale {
  const wishes = (headers["accept-language"] ?? "").split(",");
  return localeOf(wishes.map((wish) => wish.trim().slice(0, 2)).find((wish) => namedLocale(wish)));
}

/**
 * Answer to a form that is too large to be read, in the language of its page. What was typed stands in the form that the
 * browser goes back to; in the one that is opened anew its own draft puts it back.
 */
export function answerTooLarge(request: IncomingMessage, most: number): string {
  const form = pageBefore(request);
  const locale = form === undefined ? preferred(request) : splitHref(form).locale;
  return tooLargePage({ locale, form, most, sent: Number(request.headers["content-length"]) });
}
