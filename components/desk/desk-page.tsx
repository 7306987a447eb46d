import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/site/client-messages";
import { SitePage } from "@/components/site/site-page";
import { Badge } from "@/components/ui/badge";
import { NetworkMark, networkStyle } from "@/components/ui/network-mark";
import type { NetworkView } from "@/domain/alliance/queries";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import "./desk.css";

type DeskPageProps = {
  network: NetworkView;
  locale: Locale;
  path: string;
  /** Whether the network's other events open for the viewer; who acts in one event only has no way there. */
  inOffice?: boolean;
  children: ReactNode;
};

/** Frame of every page of a network's office: whose office it is, and the way back to its events. */
export function DeskPage({ network, locale, path, inOffice = true, children }: DeskPageProps) {
  const t = useTranslations("organizer.desk");
  return (
    <SitePage locale={locale} path={path} wide signedIn>
      <div className="net evtop" style={networkStyle(network.colour)}>
        <div className="wrap section--tight">
          <nav className="deskbar" aria-label={t("office")}>
            <NetworkMark mark={network.mark} colour={network.colour} size="sm" />
            {inOffice ? (
              <a className="plain strong" href={href(locale, `/o/${network.slug}`)}>
                {network.name}
              </a>
            ) : (
              <span className="strong">{network.name}</span>
            )}
            <Badge>{t("office")}</Badge>
          </nav>
          <ClientMessages locale={locale} areas={["errors", "registration"]}>
            {children}
          </ClientMessages>
        </div>
      </div>
    </SitePage>
  );
}
