"use client";

import { SkipForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { HostFailure } from "@/components/room/host-failure";
import { useHostAct } from "@/components/room/use-host-act";
import { useStage, useStageDesk } from "@/components/room/use-stage";
import { Button } from "@/components/ui/button";
import { scenes } from "@/domain/rooms/schema/run";

/** „Weiter“ in the plan, for everybody; and what everybody is to look at. */
export function ConsoleRun() {
  const t = useTranslations("room.run");
  const stage = useStage();
  const desk = useStageDesk();
  const { act, failed } = useHostAct("stage");
  if (!stage || !desk) return null;
  return (
    <section className="rm-console__part" aria-label={t("title")} data-testid="console-run">
      {desk.next ? (
        <Button
          block
          variant="soft"
          aria-label={`${t("next")}: ${desk.next.title}`}
          onClick={() => void act({ action: "next", after: desk.current })}
        >
          <SkipForward className="icon icon--sm" aria-hidden />
          {t("next")} · {desk.next.title}
        </Button>
      ) : null}
      <fieldset className="rm-actions" aria-label={t("scene")}>
        {scenes.map((scene) => (
          <Button
            key={scene}
            size="sm"
            aria-pressed={stage.scene === scene}
            onClick={() => void act({ action: "scene", scene })}
          >
            {t(`scenes.${scene}`)}
          </Button>
        ))}
      </fieldset>
      <HostFailure failed={failed} />
    </section>
  );
}
