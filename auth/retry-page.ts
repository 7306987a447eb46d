import "server-only";
import { htmlText } from "@/lib/html-text";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import type { Body, Brought } from "./door-body";

const hidden = ([name, value]: [string, unknown]) =>
  [value]
    .flat()
    .map((one) =>
      typeof one === "string"
        ? `<input type="hidden" name="${htmlText(name)}" value="${htmlText(one)}">`
        : "",
    )
    .join("");

/** No page can put a file back into its field: it has to be chosen once more, which is said. */
const fileField = (name: string, label: string) =>
  `<p><label>${htmlText(label)} <input type="file" multiple name="${htmlText(name)}"></label></p>`;

/**
 * Answer to a form while the database is away: 503, and everything typed stands in the page, ready to be sent
 * again. It is made of nothing but text, because no other page can be counted on at this moment.
 */
export function retryPage(request: Request, { body, files }: { body: Body; files: Brought }): Response {
  const locale = localeOf(body.locale);
  const t = translator(locale, "signin");
  const chosen = [...files.keys()].map((name) => fileField(name, t("away.file"))).join("");
  const way = chosen ? ' enctype="multipart/form-data"' : "";
  const html = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${htmlText(t("away.title"))}</title></head>
<body><main><h1>${htmlText(t("away.title"))}</h1><p>${htmlText(t("away.text"))}</p>
<form method="post"${way} action="${htmlText(new URL(request.url).pathname)}">${Object.entries(body).map(hidden).join("")}${chosen}
<button>${htmlText(t("away.retry"))}</button></form></main></body></html>`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "retry-after": "5",
  };
  return new Response(html, { status: 503, headers });
}
