"use client";

import { UserRoundX } from "lucide-react";
import { useTranslations } from "next-intl";
import { HostFailure } from "@/components/room/host-failure";
import { useHostAct } from "@/components/room/use-host-act";
import { useStage } from "@/components/room/use-stage";
import { Button } from "@/components/ui/button";

/** While no host is there: that it goes on, and for speakers the way to take over, by their own click. */
export function HostsGone() {
  const t = useTranslations("room.run");
  const stage = useStage();
  const { act, failed } = useHostAct("stage");
  if (!stage?.hostsGone) return null;
  return (
    <section className="rm-choicebar" aria-label={t("hostsGoneTitle")} data-testid="hosts-gone">
      <UserRoundX className="icon" aria-hidden />
      <p role="status">{t("hostsGone")}</p>
      {stage.mayTakeOver ? (
        <Button variant="primary" onClick={() => void act({ action: "take_over" })}>
          {t("takeOver")}
        </Button>
      ) : null}
      <HostFailure failed={failed} />
    </section>
  );
}
