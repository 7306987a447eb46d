"use client";

import { useTranslations } from "next-intl";
import { useComing } from "@/components/room/use-coming";
import { Button } from "@/components/ui/button";
import { useTarget } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import { clockText } from "@/realtime/timing";

const BAR_MS = 60_000;

/** The soft end of a talk or breakout: how long it still lasts, and where one goes then. */
export function TalkEndBar() {
  const t = useTranslations("room");
  const target = useTarget();
  const coming = useComing();
  const session = useSession();
  const now = useServerNow(500);
  if (!target?.endsAt || target.room.kind === "main") return null;
  const left = Date.parse(target.endsAt) - now;
  if (left > BAR_MS) return null;
  const time = clockText(left);
  const talk = target.room.kind === "talk";
  const text = talk ? t("talk.endsIn", { time }) : t("move.backIn", { time });
  return (
    <section className="rm-endbar" aria-label={t("header.remaining")} data-testid="end-bar">
      <p>{coming ? t("talk.nextStarts", { name: coming.label }) : text}</p>
      {talk ? <Button onClick={() => session.leave()}>{t("talk.end")}</Button> : null}
      {coming ? (
        <Button variant="match" onClick={session.moveOn}>
          {t("talk.switchNow")}
        </Button>
      ) : null}
      <span
        className="rm-endbar__line"
        aria-hidden="true"
        style={{ width: `${Math.max(0, Math.min(100, (left / BAR_MS) * 100))}%` }}
      />
    </section>
  );
}
