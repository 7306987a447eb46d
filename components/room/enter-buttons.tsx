"use client";

import { useTranslations } from "next-intl";
import { useMyRole } from "@/components/room/use-my-role";
import { useThisTalk } from "@/components/room/use-talks";
import { Button } from "@/components/ui/button";
import { isOnStage } from "@/domain/rooms/rules";
import { useAnswer } from "@/realtime/hooks/use-place";
import { useMedia, useRoom, useSession } from "@/realtime/hooks/use-room-session";

/**
 * The one click into the room. Who is early waits behind it and is let in without another one. Listening is possible
 * at any time, also while the browser or a hanging device has not answered yet.
 */
export function EnterButtons({ devices }: { devices: boolean }) {
  const t = useTranslations("room");
  const session = useSession();
  const { busy } = useMedia();
  const answer = useAnswer();
  const talk = useThisTalk();
  const role = useMyRole();
  const entered = useRoom(({ connection }) => connection.entered);
  if (entered) {
    return (
      <p className="rm-note" role="status">
        {answer?.state === "wait" && answer.reason !== "not_joined"
          ? t("lobby.waiting")
          : t("lobby.entering")}
      </p>
    );
  }
  // Who is on stage by role is let in before the room opens for everybody.
  const early = answer !== null && !answer.session.live && !talk && !isOnStage(role);
  const listen = () => {
    session.media.listenOnly();
    void session.enter(false);
  };
  return (
    <div className="rm-enter">
      <Button
        variant={talk ? "match" : "primary"}
        size="lg"
        className="rm-grow"
        disabled={busy}
        onClick={() => void session.enter(devices)}
      >
        {early ? t("prejoin.enterWhenOpen") : t("prejoin.enter")}
      </Button>
      {devices ? (
        <Button size="lg" onClick={listen}>
          {t("prejoin.listen")}
        </Button>
      ) : null}
    </div>
  );
}
