import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { inter, interExtended } from "@/app/fonts";
import { namedLocale } from "@/lib/i18n/locales";
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
  const locale = namedLocale((await params).locale);
  if (!locale) return {};
  const t = translator(locale, "site");
  const name = t("name");
  return { title: { default: name, template: `%s – ${name}` }, description: t("description") };
}

/** The document of every page: language, fonts, styles. It knows nothing of the visitor, so pages stay static. */
export default async function RootLayout({ children, params }: LayoutProps) {
  const locale = namedLocale((await params).locale);
  if (!locale) notFound();
  setRequestLocale(locale);
  return (
    <html lang={locale} className={`${inter.variable} ${interExtended.variable}`}>
      <body>{children}</body>
    </html>
  );
}
