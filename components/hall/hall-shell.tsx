import type { ReactNode } from "react";
import { HallFoot } from "@/components/hall/hall-foot";
import { ClientMessages } from "@/components/site/client-messages";
import type { Locale } from "@/lib/i18n/locales";
import { translator } from "@/lib/i18n/translator";

/** What the pages that open by their address alone share: a word for browsers without script, and the legal pages. */
export function HallShell({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <div className="room rm-page hall">
      <noscript>
        <p className="rm-note">{translator(locale, "audience")("hall.needsScript")}</p>
      </noscript>
      <ClientMessages locale={locale} areas={["audience"]}>
        {children}
      </ClientMessages>
      <HallFoot locale={locale} />
    </div>
  );
}
