"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { href } from "@/lib/i18n/href";
import { localeOf } from "@/lib/i18n/locales";
import { useSession } from "@/realtime/hooks/use-room-session";

type WallProps = { token: string | null; onChange: () => Promise<void> };

/** The page for the projector in the hall, by its address alone: made, opened, renewed and closed here. */
export function WallAddress({ token, onChange }: WallProps) {
  const t = useTranslations("live.wallAddress");
  const locale = localeOf(useLocale());
  const session = useSession();
  const [failed, setFailed] = useState(false);
  const set = async (wish: "renew" | "close") => {
    setFailed(!(await session.act("wall", { wish })).ok);
    await onChange();
  };
  return (
    <div className="rm-numbers__wall">
      <p className="rm-hint">{t("text")}</p>
      {token === null ? (
        <Button onClick={() => void set("renew")}>{t("make")}</Button>
      ) : (
        <>
          <ButtonLink href={href(locale, `/wall/${token}`)} target="_blank" rel="noreferrer">
            {t("open")}
          </ButtonLink>
          <Button onClick={() => void set("renew")}>{t("renew")}</Button>
          <Button onClick={() => void set("close")}>{t("close")}</Button>
          <p className="rm-hint">{t("renewHint")}</p>
        </>
      )}
      {failed ? (
        <p className="rm-problem" role="alert">
          {t("failed")}
        </p>
      ) : null}
    </div>
  );
}
