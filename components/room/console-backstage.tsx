"use client";

import { useTranslations } from "next-intl";
import { HostFailure } from "@/components/room/host-failure";
import { useHostAct } from "@/components/room/use-host-act";
import { useStage, useStageDesk } from "@/components/room/use-stage";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { useTarget } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoomStage, StageDesk } from "@/realtime/stage-api";

/** The room behind the stage: who waits there, and who is on. */
export function ConsoleBackstage() {
  const t = useTranslations("room.backstage");
  const stage = useStage();
  const desk = useStageDesk();
  const { act, failed } = useHostAct("stage");
  if (!stage || !desk) return null;
  const isOpen = stage.backstageId !== null;
  return (
    <section className="rm-console__part" aria-label={t("title")} data-testid="console-backstage">
      <Button
        block
        aria-pressed={isOpen}
        onClick={() => void act({ action: isOpen ? "shut_backstage" : "open_backstage" })}
      >
        {t(isOpen ? "shut" : "open")}
      </Button>
      <p className="rm-hint">{t(isOpen ? "shutHint" : "openHint")}</p>
      <Visit backstageId={stage.backstageId} />
      {isOpen ? <Speakers speakers={desk.speakers} /> : null}
      <HostFailure failed={failed} />
    </section>
  );
}

/** Hosts go behind the stage and back by themselves; the console is in no room. */
function Visit({ backstageId }: Pick<RoomStage, "backstageId">) {
  const t = useTranslations("room.backstage");
  const session = useSession();
  const here = useTarget()?.room;
  if (!here || !backstageId) return null;
  const isBehind = here.id === backstageId;
  return (
    <Button block onClick={() => void session.act("visit", { roomId: isBehind ? null : backstageId })}>
      {t(isBehind ? "leave" : "visit")}
    </Button>
  );
}

function Speakers({ speakers }: Pick<StageDesk, "speakers">) {
  const t = useTranslations("room.backstage");
  const { act, failed } = useHostAct("stage");
  if (speakers.length === 0) return <p className="rm-hint">{t("nobody")}</p>;
  return (
    <>
      <ul>
        {speakers.map(({ admissionId, name, onStage }) => (
          <li key={admissionId} className="rm-person">
            <Avatar name={name} seed={admissionId} size="sm" />
            <span className="rm-person__name">
              {name}
              <small>{t(onStage ? "isOn" : "isBehind")}</small>
            </span>
            <Button
              size="xs"
              variant={onStage ? "secondary" : "soft"}
              aria-label={t(onStage ? "takeName" : "bringName", { name })}
              onClick={() =>
                void act({ action: onStage ? "off_stage" : "on_stage" }, `people/${admissionId}`)
              }
            >
              {t(onStage ? "take" : "bring")}
            </Button>
          </li>
        ))}
      </ul>
      <HostFailure failed={failed} />
    </>
  );
}
