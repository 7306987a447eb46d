"use client";

import { useTranslations } from "next-intl";
import { PartnerPresence } from "@/components/room/partner-presence";
import { TalkMore, TalkMoreBar } from "@/components/room/talk-more";
import { useNextTalk, useThisTalk } from "@/components/room/use-talks";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { TALK_GRACE_MS, TALK_HANDOVER_MS, TALK_OPENS_BEFORE_MS } from "@/domain/rooms/rules";
import { useTarget } from "@/realtime/hooks/use-place";
import { useSession } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { Target } from "@/realtime/protocol";
import type { RoomTalk } from "@/realtime/room-api";
import { clockText } from "@/realtime/timing";

/** So long before its end a talk or breakout says so in a bar of its own. */
export const BAR_MS = 60_000;

/** The soft end of a talk or breakout: how long it still lasts, and where one goes then. */
export function TalkEndBar() {
  const target = useTarget();
  const now = useServerNow(500);
  if (!target?.endsAt || target.room.kind === "main" || target.room.kind === "backstage") return null;
  const left = Date.parse(target.endsAt) - now;
  if (left > BAR_MS) return target.room.kind === "talk" ? <TalkMoreBar /> : null;
  return target.room.kind === "talk" ? <TalkEnd target={target} now={now} /> : <BreakoutEnd left={left} />;
}

function BreakoutEnd({ left }: { left: number }) {
  const t = useTranslations("room");
  return (
    <section className="rm-endbar" aria-label={t("header.remaining")} data-testid="end-bar">
      <p>{t("move.backIn", { time: clockText(left) })}</p>
      <Line share={left / BAR_MS} />
    </section>
  );
}

/** When this talk gives way to the next: 30 s after its end, or when the next room opens. */
const handoverOf = (endsAt: number, next: RoomTalk) =>
  Math.max(endsAt + TALK_HANDOVER_MS, Date.parse(next.startsAt) - TALK_OPENS_BEFORE_MS);

function TalkEnd({ target, now }: { target: Target; now: number }) {
  const t = useTranslations("room");
  const session = useSession();
  const next = useNextTalk();
  const end = Date.parse(target.endsAt ?? target.startsAt);
  const left = end - now;
  const grace = end + TALK_GRACE_MS - now;
  const talk = useThisTalk();
  const leaves = talk?.going.partnerLeavesAt ?? null;
  const ends =
    left > 0 ? t("talk.endsIn", { time: clockText(left) }) : t("talk.grace", { time: clockText(grace) });
  const partnerLeft = leaves === null ? 0 : Date.parse(leaves) - now;
  const text =
    partnerLeft > 0 && talk
      ? t("talk.partnerLeaves", { name: talk.partner.name, time: clockText(partnerLeft) })
      : ends;
  const change = next ? handoverOf(end, next) - now : 0;
  return (
    <section className="rm-endbar rm-endbar--talk" aria-label={t("header.remaining")} data-testid="end-bar">
      {next ? <NextTalk next={next} change={change} /> : <p>{text}</p>}
      <TalkMore />
      <Button onClick={() => session.leave()}>{t("talk.end")}</Button>
      {next ? (
        <Button variant="match" onClick={session.moveOn}>
          {t("talk.switchNow")}
        </Button>
      ) : null}
      <Line share={next ? change / (BAR_MS + handoverOf(end, next) - end) : left / BAR_MS} />
    </section>
  );
}

function NextTalk({ next, change }: { next: RoomTalk; change: number }) {
  const t = useTranslations("room.talk");
  const { partner } = next;
  const name = [partner.name, partner.organisation].filter(Boolean).join(", ");
  return (
    <div className="rm-endbar__next">
      <Avatar name={partner.name} seed={partner.personId} size="md" />
      <p>
        <b>{t("nextStarts", { name })}</b>
        <span>
          <PartnerPresence present={partner.present} /> · {t("switchIn", { time: clockText(change) })}
        </span>
      </p>
    </div>
  );
}

function Line({ share }: { share: number }) {
  const width = `${Math.max(0, Math.min(100, share * 100))}%`;
  return <span className="rm-endbar__line" aria-hidden="true" style={{ width }} />;
}
