"use client";

import { useLocale, useTranslations } from "next-intl";
import type { EventOffice } from "@/components/room/event-office";
import { ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";

/** From an event that is over to what its hosts have left to do: at its desk, in its report, thanks and numbers. */
export function OfficeLinks({ desk, ...pages }: EventOffice) {
  const t = useTranslations("room.console");
  const locale = useLocale();
  const more = [
    { to: pages.report, text: t("toEventReport") },
    { to: pages.numbers, text: t("toNumbers") },
    { to: pages.mails, text: t("toMails") },
    { to: pages.talksReport, text: t("toReport") },
  ];
  return (
    <>
      <ButtonLink variant="primary" block href={href(locale, desk)}>
        {t("toDesk")}
      </ButtonLink>
      {more.map(({ to, text }) =>
        to === null ? null : (
          <ButtonLink key={to} block href={href(locale, to)}>
            {text}
          </ButtonLink>
        ),
      )}
    </>
  );
}
