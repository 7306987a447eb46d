import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { inter, interExtended } from "@/app/fonts";
import { localeSchema } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";
import "@/app/globals.css";

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> };

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: "#fcfdff",
};

/** Nothing is rendered while building: there is no database then. Pages are rendered when first asked for, and kept. */
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Pick<LayoutProps, "params">): Promise<Metadata> {
  const locale = localeSchema.safeParse((await params).locale);
  if (!locale.success) return {};
  const t = translator(locale.data, "site");
  const name = t("name");
  return { title: { default: name, template: `%s – ${name}` }, description: t("description") };
}

/** The document of every page: language, fonts, styles. It knows nothing of the visitor, so pages stay static. */
export default async function RootLayout({ children, params }: LayoutProps) {
  const locale = localeSchema.safeParse((await params).locale);
  if (!locale.success) notFound();
  setRequestLocale(locale.data);
  return (
    <html lang={locale.data} className={`${inter.variable} ${interExtended.variable}`}>
      <body>{children}</body>
    </html>
  );
}
