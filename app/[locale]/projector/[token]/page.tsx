import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { HallShell } from "@/components/hall/hall-shell";
import { ProjectorClient } from "@/components/hall/projector-client";
import { titled } from "@/components/site/titled";
import { projectorPage } from "@/domain/interaction/queries/hall";
import { localeOf } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/time/clock";
import "@/components/room/questions.css";
import "@/components/room/room.css";
import "@/components/hall/hall.css";

type PageProps = { params: Promise<{ locale: string; token: string }> };

export const dynamic = "force-dynamic";

export const generateMetadata = titled((locale) => translator(locale, "audience")("projector.page"), {
  referrer: "no-referrer",
});

/** The questions on a projector, for whoever has its address. */
export default async function Page({ params }: PageProps) {
  const { locale: language, token } = await params;
  const locale = localeOf(language);
  setRequestLocale(locale);
  const page = await projectorPage(token, now());
  if (!page) notFound();
  return (
    <HallShell locale={locale}>
      <ProjectorClient token={token} title={page.title} />
    </HallShell>
  );
}
