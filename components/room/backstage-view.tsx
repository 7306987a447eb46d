"use client";

import { Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { TileVideo } from "@/components/room/tile-video";
import { useAttached } from "@/components/room/use-attached";
import { useStage } from "@/components/room/use-stage";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import type { Playable, Presence } from "@/realtime/client/ports";
import { useMonitor, useMonitorView } from "@/realtime/hooks/use-monitor";
import { useAnswer, useTarget } from "@/realtime/hooks/use-place";

/** Behind the stage: what happens on it, to be seen and heard, and that nobody out there sees or hears those who wait. */
export function BackstageView() {
  const isBehind = useTarget()?.room.kind === "backstage";
  return isBehind ? <Behind /> : null;
}

function Behind() {
  const t = useTranslations("room.backstage");
  const monitor = useMonitor();
  const session = useAnswer()?.session;
  const { phase, people, speakers } = useMonitorView();
  const [sound, setSound] = useState(true);
  const over = session?.ended ?? false;
  useEffect(() => {
    if (!over) monitor?.watch();
    return () => monitor?.stop();
  }, [monitor, over]);
  if (over) return <Note text={t("afterwards")} />;
  const shown = onStage(people, speakers);
  return (
    <section className="rm-backstage" aria-label={t("stage")} data-testid="backstage" data-phase={phase}>
      <div className="rm-backstage__words">
        <p role="status">{t(session?.live ? "behind" : "before")}</p>
        <OnNow />
        <Button size="sm" aria-pressed={sound} onClick={() => setSound(!sound)}>
          {sound ? (
            <Volume2 className="icon icon--sm" aria-hidden />
          ) : (
            <VolumeX className="icon icon--sm" aria-hidden />
          )}
          {t("sound")}
        </Button>
      </div>
      <ul className="rm-backstage__tiles">
        {shown.map((person) => (
          <Small key={person.id} person={person} />
        ))}
      </ul>
      <div hidden data-testid="backstage-sound">
        {sound
          ? people.flatMap(({ voices }) => voices).map((voice) => <Voice key={voice.sid} source={voice} />)
          : null}
      </div>
    </section>
  );
}

const Note = ({ text }: { text: string }) => (
  <section className="rm-backstage" data-testid="backstage">
    <p role="status">{text}</p>
  </section>
);

function OnNow() {
  const t = useTranslations("room.run");
  const item = useStage()?.item;
  return item ? <p className="rm-hint">{t("now", { title: item.title })}</p> : null;
}

const MOST = 4;

/** Who shares a screen, then who speaks, then whoever is seen at all. */
function onStage(people: readonly Presence[], speakers: readonly string[]): readonly Presence[] {
  const rank = ({ id, screen, camera }: Presence) =>
    (screen ? 4 : 0) + (speakers.includes(id) ? 2 : 0) + (camera ? 1 : 0);
  return people
    .filter(({ hasMic, camera, screen }) => hasMic || camera || screen)
    .toSorted((one, other) => rank(other) - rank(one))
    .slice(0, MOST);
}

function Small({ person }: { person: Presence }) {
  const picture = person.screen ?? person.camera;
  return (
    <li className="rm-backstage__tile" data-testid="backstage-tile" data-person={person.id}>
      {picture ? (
        <TileVideo source={picture} whole={person.screen !== null} />
      ) : (
        <Avatar name={person.name} seed={person.id} />
      )}
      <span>{person.name}</span>
    </li>
  );
}

function Voice({ source }: { source: Playable }) {
  const ref = useAttached<HTMLAudioElement>(source);
  // biome-ignore lint/a11y/useMediaCaption: live speech has no caption file
  return <audio ref={ref} autoPlay />;
}
