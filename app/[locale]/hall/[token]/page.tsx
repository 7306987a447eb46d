import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { HallClient } from "@/components/hall/hall-client";
import { HallShell } from "@/components/hall/hall-shell";
import { titled } from "@/components/site/titled";
import { hallPage } from "@/domain/interaction/queries/hall";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";
import "@/components/room/questions.css";
import "@/components/room/room.css";
import "@/components/hall/hall.css";

type PageProps = { params: Promise<{ locale: string; token: string }> };

export const dynamic = "force-dynamic";

export const generateMetadata = titled((locale) => translator(locale, "audience")("hall.page"), {
  referrer: "no-referrer",
});

/** Where people in the hall ask and vote without signing in; its address is the QR code on the projector. */
export default async function Page({ params }: PageProps) {
  const { locale: language, token } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const page = await hallPage(token, undefined, now());
  if (!page) notFound();
  return (
    <HallShell locale={locale}>
      <HallClient token={token} title={page.title} />
    </HallShell>
  );
}
