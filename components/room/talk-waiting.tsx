"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useFreedTalk } from "@/components/room/freed-talk";
import { postTalk } from "@/components/room/post-talk";
import { useRoomEvent } from "@/components/room/room-event-context";
import { TalkProblem } from "@/components/room/talk-problem";
import { useThisTalk } from "@/components/room/use-talks";
import { namesText } from "@/components/talks/talk-names";
import { Button } from "@/components/ui/button";
import { localeOf } from "@/lib/i18n/locales";
import { momentClock } from "@/lib/time/format";
import { useTarget } from "@/realtime/hooks/use-place";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { RoomTalk } from "@/realtime/room-api";

/** How long „weiter warten“ keeps the choice away. */
const PATIENCE_MS = 3 * 60_000;

type Patience = { meetingId: string; until: number };

/** Alone in a talk: says that the others were reminded, and after five minutes what one can do. */
export function TalkWaiting() {
  const talk = useThisTalk();
  const inTalk = useTarget()?.room.kind === "talk";
  const now = useServerNow(5000);
  const [patience, setPatience] = useState<Patience | null>(null);
  const onFreed = useFreedTalk();
  if (!talk || !inTalk || !talk.going.isPartnerMissing) return null;
  const isPatient = patience?.meetingId === talk.meetingId && now < patience.until;
  return (
    <Waiting
      key={talk.meetingId}
      talk={talk}
      mayGiveUp={talk.going.waitsInVain && !isPatient}
      onWait={() => setPatience({ meetingId: talk.meetingId, until: now + PATIENCE_MS })}
      onFreed={onFreed}
    />
  );
}

type WaitingProps = { talk: RoomTalk; mayGiveUp: boolean; onWait: () => void; onFreed: () => void };

function Waiting({ talk, mayGiveUp, onWait, onFreed }: WaitingProps) {
  const t = useTranslations("room.talk");
  const { going, partner, others } = talk;
  const missing = namesText(useLocale(), [partner.name, ...others]);
  const { busy, problem, act } = useTalkAct(talk.meetingId);
  return (
    <section className="rm-endbar rm-endbar--talk" aria-label={t("waitLabel")} data-testid="talk-waiting">
      <p role="status">{t(going.isNudged ? "wasNudged" : "notThere", missing)}</p>
      {mayGiveUp ? (
        <>
          <Button onClick={onWait}>{t("waitOn")}</Button>
          <MoveButton talk={talk} disabled={busy} move={(startsAt) => void act("move", { startsAt })} />
          <Button
            variant="match"
            disabled={busy}
            onClick={() => void act("release").then((done) => done && onFreed())}
          >
            {t("release")}
          </Button>
        </>
      ) : null}
      <TalkProblem reason={problem} />
    </section>
  );
}

type MoveProps = { talk: RoomTalk; disabled: boolean; move: (startsAt: string) => void };

function MoveButton({ talk, disabled, move }: MoveProps) {
  const t = useTranslations("room.talk");
  const locale = localeOf(useLocale());
  const { timeZone } = useRoomEvent();
  const { nextSlot } = talk.going;
  if (nextSlot === null) return null;
  return (
    <Button disabled={disabled} onClick={() => move(nextSlot)}>
      {t("moveTo", { time: momentClock({ locale, zone: timeZone, at: new Date(nextSlot) }) })}
    </Button>
  );
}

/** One act at a time, and why it was refused. */
export function useTalkAct(meetingId: string) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (door: Parameters<typeof postTalk>[1], body: Record<string, string> = {}) => {
    setBusy(true);
    const reply = await postTalk(meetingId, door, body);
    setBusy(false);
    setProblem(reply.ok ? null : reply.reason);
    return reply.ok;
  };
  return { busy, problem, act };
}
