"use client";

import { LayoutGrid } from "lucide-react";
import { useTranslations } from "next-intl";
import { BAR_MS } from "@/components/room/talk-end-bar";
import { useComing } from "@/components/room/use-coming";
import { Button } from "@/components/ui/button";
import { useTarget } from "@/realtime/hooks/use-place";
import { useMedia, useRoom, useSession } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import { clockText } from "@/realtime/timing";

const COUNT_FROM_S = 10;

/** „Raum 3 · 5 Personen, 20 min“: opens by itself at its time, unless „Noch nicht“, which stays until clicked. */
export function AnnouncementCard() {
  const coming = useComing();
  const declined = useRoom(({ connection }) => connection.declined);
  const phase = useRoom(({ connection }) => connection.phase);
  const target = useTarget();
  const now = useServerNow(1000);
  if (!coming || phase === "switching") return null;
  // From one talk to the next the bar at the end of the first leads, and this card would lie on its buttons.
  const isEnding = target?.room.kind === "talk" && Date.parse(target.endsAt ?? "") - now <= BAR_MS;
  if (isEnding && coming.kind === "talk") return null;
  // Also after a reload: a room that is open and does not take the person by itself waits for their click.
  const waits = declined === coming.roundId || (!coming.autoMove && Date.parse(coming.opensAt) <= now);
  return waits ? <Later label={coming.label} /> : <Card coming={coming} />;
}

function Card({ coming }: { coming: NonNullable<ReturnType<typeof useComing>> }) {
  const t = useTranslations("room.move");
  const session = useSession();
  const { sharing } = useMedia();
  const now = useServerNow();
  const left = Date.parse(coming.opensAt) - now;
  const seconds = Math.ceil(left / 1000);
  const counting = coming.autoMove && seconds > 0 && seconds <= COUNT_FROM_S;
  return (
    <section className="rm-announcement" aria-label={coming.label} data-testid="announcement">
      <p>
        <span className={coming.kind === "talk" ? "rm-chip rm-chip--match" : "rm-chip rm-chip--info"}>
          <LayoutGrid className="icon icon--sm" aria-hidden />
          {coming.kind === "talk" ? t("talk") : t("groups")}
        </span>
      </p>
      <h2>{coming.label}</h2>
      <p>{t("facts", { people: coming.people, minutes: coming.minutes })}</p>
      {left > 0 ? <p role="timer">{t("startsIn", { time: clockText(left) })}</p> : null}
      <div className="rm-actions">
        <Button variant={coming.kind === "talk" ? "match" : "primary"} onClick={session.moveOn}>
          {counting ? t("openIn", { seconds }) : t("open")}
        </Button>
        {coming.kind === "talk" ? null : <Button onClick={session.decline}>{t("notYet")}</Button>}
      </div>
      {sharing ? <p className="rm-hint">{t("share")}</p> : null}
    </section>
  );
}

function Later({ label }: { label: string }) {
  const t = useTranslations("room.move");
  const session = useSession();
  return (
    <section className="rm-announcement rm-announcement--later" aria-label={label} data-testid="announcement">
      <p>{t("later", { room: label })}</p>
      <Button variant="primary" onClick={session.moveOn}>
        {t("laterOpen")}
      </Button>
    </section>
  );
}
