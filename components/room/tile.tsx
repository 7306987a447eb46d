"use client";

import { Hand, MicOff, Signal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { TileVideo } from "@/components/room/tile-video";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import type { Presence } from "@/realtime/client/ports";

export type TileFacts = { person: Presence; speaking: boolean; handPlace: number | null; name: string };

/** One person: picture or letters, name, and only what matters about their state. */
export function Tile({
  facts,
  style,
  className,
}: {
  facts: TileFacts;
  style?: CSSProperties;
  className?: string;
}) {
  const t = useTranslations("room.tile");
  const { person, speaking, handPlace, name } = facts;
  const weak = person.quality === "poor" || person.quality === "lost";
  const states = [
    person.micMuted && t("muted"),
    speaking && t("speaking"),
    handPlace && t("hand", { place: handPlace }),
    weak && (person.quality === "lost" ? t("lost") : t("weak")),
  ].filter(Boolean);
  const shown = person.own ? t("you") : name;
  return (
    <li
      className={classNames(
        "rm-tile",
        speaking && "rm-tile--speaking",
        person.own && "rm-tile--own",
        className,
      )}
      style={style}
      data-testid="tile"
      data-person={person.id}
      data-own={person.own}
      data-camera={person.camera !== null}
      data-muted={person.micMuted}
    >
      <span className="sr-only">{[shown, ...states].join(", ")}</span>
      {person.camera ? (
        <TileVideo source={person.camera} own={person.own} />
      ) : (
        <Avatar name={name} seed={person.id} size="xl" className="rm-tile__letters" />
      )}
      {handPlace ? (
        <span className="rm-tile__hand" aria-hidden="true">
          <Hand className="icon icon--sm" />
          {handPlace}
        </span>
      ) : null}
      {weak ? (
        <span className="rm-tile__weak" aria-hidden="true">
          <Signal className="icon icon--sm" />
        </span>
      ) : null}
      <span className="rm-tile__name" aria-hidden="true">
        {person.micMuted ? <MicOff className="icon icon--sm" /> : null}
        {speaking && !person.micMuted ? <Bars /> : null}
        <span>{shown}</span>
      </span>
    </li>
  );
}

function Bars() {
  return (
    <span className="rm-bars">
      <i />
      <i />
      <i />
    </span>
  );
}
