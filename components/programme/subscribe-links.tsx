import { useTranslations } from "next-intl";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type SubscribeLinksProps = {
  /** The list's page without language prefix; its feeds have the same address with an ending. */
  path: string;
  locale: Locale;
};

const FORMS = [
  ["ics", "calendar"],
  ["atom", "atom"],
  ["rss", "rss"],
  ["json", "json"],
] as const;

/** One line below a list: the same as a calendar or a feed, for programs that look again by themselves. */
export function SubscribeLinks({ path, locale }: SubscribeLinksProps) {
  const t = useTranslations("public.subscribe");
  const page = href(locale, path);
  return (
    <p className="row gap-3 small muted mt-6">
      {t("lead")}
      {FORMS.map(([ending, form]) => (
        <a key={ending} href={`${page}.${ending}`}>
          {t(form)}
        </a>
      ))}
    </p>
  );
}
