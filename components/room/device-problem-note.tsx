"use client";

import { useTranslations } from "next-intl";
import { ProblemHelp } from "@/components/devices/problem-help";
import { useRetryOnceGranted } from "@/components/room/use-retry-once-granted";
import { Button } from "@/components/ui/button";
import { useRights } from "@/realtime/hooks/use-place";
import { useMedia, useSession } from "@/realtime/hooks/use-room-session";

/** In the room: why a device does not work and what to do about it. Listening goes on behind it. */
export function DeviceProblemNote() {
  const t = useTranslations("room.problem");
  const problems = useTranslations("devices.problem");
  const { media } = useSession();
  const { problem, busy } = useMedia();
  const rights = useRights();
  useRetryOnceGranted();
  if (!problem || !(rights.mic || rights.cam)) return null;
  return (
    <section
      className="rm-announcement rm-announcement--device"
      role="alert"
      aria-label={t("title")}
      data-testid="device-problem"
    >
      <p>{problems(problem)}</p>
      <ProblemHelp problem={problem} />
      <div className="rm-actions">
        <Button variant="primary" disabled={busy} onClick={() => void media.wishes.retry()}>
          {t("again")}
        </Button>
        <Button onClick={() => media.dismissProblem()}>{t("without")}</Button>
      </div>
    </section>
  );
}
