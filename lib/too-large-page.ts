import { htmlText } from "@/lib/html-text";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

const MEGABYTE = 1024 * 1024;
/** Enough to be read well: the styles of our pages have names that only a built page knows. */
const STYLE =
  "body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem;color:#1b1b1f;background:#fff}h1{font-size:1.5rem;line-height:1.25}a{color:#0a5f7a}";

type TooLarge = {
  locale: Locale;
  /** Address of the form's page, where it is known. */
  form: string | undefined;
  /** Bytes that came, and as many as may. */
  sent: number;
  most: number;
};

/** What a browser shows of a form that is too large to be read: how much it was, and what to do. */
export function tooLargePage({ locale, form, sent, most }: TooLarge): string {
  const t = translator(locale, "errors");
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const values = {
    megabytes: number.format(Math.floor(most / MEGABYTE)),
    // Rounded up: what is too much must not read as just enough.
    sent: number.format(Math.ceil((sent / MEGABYTE) * 10) / 10),
  };
  const says = [t("tooLarge.text", values), t("tooLarge.how"), t("tooLarge.smaller")];
  const title = htmlText(t("tooLarge.title"));
  const link = form === undefined ? t("notFound.events") : t("tooLarge.form");
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>
${says.map((one) => `<p>${htmlText(one)}</p>`).join("\n")}
<p><a href="${htmlText(form ?? href(locale, "/events"))}">${htmlText(link)}</a></p></main></body></html>`;
}
