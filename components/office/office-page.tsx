import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeskPage } from "@/components/desk/desk-page";
import { Tabs } from "@/components/ui/tabs";
import type { NetworkView } from "@/domain/alliance/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

type OfficePageProps = {
  network: NetworkView;
  locale: Locale;
  path: string;
  current: "members" | "board" | "topics" | "roles" | "look";
  /** Whether the viewer may see what only owners change. */
  owns: boolean;
  children: ReactNode;
};

/** Frame of a network's settings: one tab per concern, for organizers only the members. */
export function OfficePage({ network, locale, path, current, owns, children }: OfficePageProps) {
  const t = useTranslations("office");
  const base = `/o/${network.slug}/office`;
  const tab = (name: typeof current, below: string) => ({
    href: href(locale, `${base}${below}`),
    label: t(`tabs.${name}`),
    current: current === name,
  });
  const tabs = [
    tab("members", ""),
    tab("board", "/board"),
    tab("topics", "/topics"),
    ...(owns ? [tab("roles", "/roles"), tab("look", "/look")] : []),
  ];
  return (
    <DeskPage network={network} locale={locale} path={path}>
      <div className="deskhead">
        <h1>{t("title")}</h1>
        <Tabs label={t("title")} tabs={tabs} />
      </div>
      {children}
    </DeskPage>
  );
}
