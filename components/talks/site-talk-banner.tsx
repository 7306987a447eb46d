import { TalkBannerLoader } from "@/components/talks/talk-banner-loader";
import type { Locale } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";

type SiteTalkBannerProps = { locale: Locale; always?: boolean; roomOf?: string };

/** The banner's place on a page: its words as they stand in the catalog, filled in where the talk is known. */
export function SiteTalkBanner({ locale, always = false, roomOf }: SiteTalkBannerProps) {
  return (
    <TalkBannerLoader words={messages[locale].talks.banner} locale={locale} always={always} roomOf={roomOf} />
  );
}
