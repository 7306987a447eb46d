"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ConsoleAnnounce } from "@/components/room/console-announce";
import { ConsoleBackstage } from "@/components/room/console-backstage";
import { ConsoleLobby } from "@/components/room/console-lobby";
import { ConsolePeople } from "@/components/room/console-people";
import { ConsoleRun } from "@/components/room/console-run";
import { ConsoleShow } from "@/components/room/console-show";
import { ConsoleTimer } from "@/components/room/console-timer";
import { EndButton } from "@/components/room/end-button";
import { HostFailure } from "@/components/room/host-failure";
import { useRoomEvent } from "@/components/room/room-event-context";
import { useStageDesk } from "@/components/room/use-stage";
import { Button, ButtonLink } from "@/components/ui/button";
import { isHost } from "@/domain/rooms/rules";
import { href } from "@/lib/i18n/href";
import { useAnswer, useTarget } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";

/** For hosts: go live, end, hold everything, lock. */
export function ConsolePanel() {
  const t = useTranslations("room.console");
  const session = useSession();
  const state = useAnswer()?.session;
  const [failed, setFailed] = useState(false);
  const act = async (action: string) => {
    const reply = await session.act("session", { action });
    setFailed(!reply.ok);
  };
  if (!state) {
    return (
      <p className="rm-panel__body rm-hint" role="status">
        {t("loading")}
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one of form fields, and draws a frame
    <div
      className="rm-panel__body rm-console"
      role="group"
      aria-label={t("title")}
      tabIndex={-1}
      data-row-home
    >
      <p>
        <span className={state.live ? "rm-chip rm-chip--live" : "rm-chip rm-chip--warn"}>
          {state.live ? t("live") : t(state.ended ? "audienceGone" : "notLive")}
        </span>
      </p>
      <ConsoleLobby />
      <ConsoleShow />
      <ConsoleRun />
      <HostFailure failed={failed} />
      {state.live ? null : (
        <>
          <Button variant="primary" block onClick={() => void act("open")}>
            {t("goLive")}
          </Button>
          <p className="rm-hint">{t("goLiveHint")}</p>
        </>
      )}
      <Button
        block
        aria-pressed={state.frozen}
        onClick={() => void act(state.frozen ? "unfreeze" : "freeze")}
      >
        {state.frozen ? t("unfreeze") : t("freeze")}
      </Button>
      <p className="rm-hint">{t("freezeHint")}</p>
      <Button block aria-pressed={state.locked} onClick={() => void act(state.locked ? "unlock" : "lock")}>
        {state.locked ? t("unlock") : t("lock")}
      </Button>
      <p className="rm-hint">{t("lockHint")}</p>
      <LobbyButton onTurn={act} />
      <ConsoleBackstage />
      <ConsoleAnnounce />
      <ConsoleTimer />
      <ConsolePeople />
      <Button block onClick={() => void session.act("hands/all", { action: "lower_all" })}>
        {t("lowerAll")}
      </Button>
      <EndButton onEnd={() => void act("end")} onEndAudience={() => void act("end_audience")} />
      <OwnWindow />
    </div>
  );
}

/** Everybody is let in one by one, or the door is open. */
function LobbyButton({ onTurn }: { onTurn: (action: string) => Promise<void> }) {
  const t = useTranslations("room.door");
  const lobby = useStageDesk()?.lobby ?? false;
  return (
    <>
      <Button block aria-pressed={lobby} onClick={() => void onTurn(lobby ? "open_lobby" : "lobby")}>
        {t(lobby ? "lobbyOff" : "lobbyOn")}
      </Button>
      <p className="rm-hint">{t("lobbyHint")}</p>
    </>
  );
}

/** From inside the room to the console as a page of its own, which only hosts by grant can open. */
function OwnWindow() {
  const t = useTranslations("room.console");
  const locale = useLocale();
  const { slug, role } = useRoomEvent();
  const inside = useTarget() !== null;
  if (!(inside && role && isHost(role))) return null;
  return (
    <ButtonLink block href={href(locale, `/console/${slug}`)} target="_blank">
      {t("own")}
    </ButtonLink>
  );
}
