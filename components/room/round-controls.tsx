"use client";

import { useTranslations } from "next-intl";
import { MessageForm } from "@/components/room/message-form";
import { Button } from "@/components/ui/button";
import { refusalOf } from "@/realtime/client/ports";
import { useAside, useAsideView } from "@/realtime/hooks/use-aside";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

type RoundControlsProps = { round: RoundView; onFailure: (reason: string | null) => void };

/** Rules by which a draft can be drawn anew. */
const DRAWN = new Set<RoundView["rule"]>([
  ...(["random_pairs", "network_pairs", "groups", "network_groups", "topics", "answer", "offers"] as const),
]);

/** What can be done with a round: a draft is opened, an open one extended, addressed or called back. */
export function RoundControls({ round, onFailure }: RoundControlsProps) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const act = async (action: string, more: object = {}) => {
    const reply = await session.act(`rounds/${round.id}`, { action, ...more });
    onFailure(refusalOf(reply));
    return reply.ok;
  };
  if (round.state === "draft") {
    return (
      <div className="rm-actions">
        <Button variant="primary" onClick={() => void act("open")}>
          {t("open")}
        </Button>
        {DRAWN.has(round.rule) ? (
          <Button onClick={() => void act("redistribute")}>{t("redistribute")}</Button>
        ) : null}
        <Button variant="quiet" onClick={() => void act("cancel")}>
          {t("discard")}
        </Button>
      </div>
    );
  }
  if (round.rule === "own_choice" && round.state === "announced") {
    return (
      <div className="rm-actions">
        <Button onClick={() => void act("open")}>{t("openEarly")}</Button>
      </div>
    );
  }
  return (
    <>
      <div className="rm-actions">
        <Button variant="primary" onClick={() => void act("recall", { seconds: 60 })}>
          {t("recall")}
        </Button>
        <Button onClick={() => void act("extend", { seconds: 300 })}>{t("extend")}</Button>
        <SpeakButton round={round} onFailure={onFailure} />
      </div>
      <MessageForm onSend={(text) => act("message", { text })} />
    </>
  );
}

/** Only from inside the room: the console has no microphone. */
function SpeakButton({ round, onFailure }: RoundControlsProps) {
  const t = useTranslations("room.aside");
  const aside = useAside();
  const { kind } = useAsideView();
  if (!aside || round.state !== "open") return null;
  const speaks = kind === "speak";
  const toggle = async () => onFailure(speaks ? await aside.stop() : await aside.speak(round.id));
  return (
    <Button aria-pressed={speaks} onClick={() => void toggle()}>
      {t("speakToAll")}
    </Button>
  );
}
