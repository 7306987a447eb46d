import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { HallFoot } from "@/components/hall/hall-foot";
import { WallClient } from "@/components/hall/wall-client";
import { ClientMessages } from "@/components/site/client-messages";
import { titled } from "@/components/site/titled";
import { wallAt } from "@/domain/attendance/queries/wall";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";
import "@/components/room/room.css";
import "@/components/hall/hall.css";
import "@/components/hall/wall.css";

type PageProps = { params: Promise<{ locale: string; token: string }> };

export const dynamic = "force-dynamic";

export const generateMetadata = titled((locale) => translator(locale, "live")("wall.page"), {
  referrer: "no-referrer",
});

/** What is on, what follows and how many are there, for the screen of a hall and whoever has its address. */
export default async function Page({ params }: PageProps) {
  const { locale: language, token } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const wall = await wallAt(token, now());
  if (!wall) notFound();
  return (
    <div className="room rm-page hall">
      <noscript>
        <p className="rm-note">{translator(locale, "live")("wall.needsScript")}</p>
      </noscript>
      <ClientMessages locale={locale} areas={["live"]}>
        <WallClient token={token} first={wall} />
      </ClientMessages>
      <HallFoot locale={locale} />
    </div>
  );
}
