"use client";

import { Hand, MicOff, MonitorUp, Pin, Signal, Spotlight } from "lucide-react";
import type { CSSProperties } from "react";
import { OwnScreen } from "@/components/room/own-screen";
import type { TileFacts } from "@/components/room/tile-facts";
import { TileMenu } from "@/components/room/tile-menu";
import { TileVideo } from "@/components/room/tile-video";
import { useTileStates } from "@/components/room/use-tile-states";
import { useTileTitle } from "@/components/room/use-tile-title";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";

type TileProps = {
  facts: TileFacts;
  /** The Tab key stops at its menu. */
  reached: boolean;
  style?: CSSProperties;
  className?: string;
  large?: boolean;
};

/** One person or one shared screen: picture or letters, name, and only what matters about their state. */
export function Tile({ facts, reached, style, className, large }: TileProps) {
  const { person, screen, speaking } = facts;
  const { states, weak, isPinned, isSpotlit } = useTileStates(facts);
  const title = useTileTitle(facts);
  return (
    <li
      className={classNames(
        "rm-tile",
        speaking && !screen && "rm-tile--speaking",
        person.own && "rm-tile--own",
        screen && "rm-tile--screen",
        className,
      )}
      style={style}
      data-testid={screen ? "screen-tile" : "tile"}
      data-person={person.id}
      data-own={person.own}
      data-camera={person.camera !== null}
      data-muted={person.micMuted}
      data-large={large ?? false}
    >
      <span className="sr-only">{[title, ...states].join(", ")}</span>
      <TilePicture facts={facts} />
      {facts.handPlace && !screen ? (
        <span className="rm-tile__hand" aria-hidden="true">
          <Hand className="icon icon--sm" />
          {facts.handPlace}
        </span>
      ) : null}
      {weak && !screen ? (
        <span className="rm-tile__weak" aria-hidden="true">
          <Signal className="icon icon--sm" />
        </span>
      ) : null}
      <span className="rm-tile__name" aria-hidden="true">
        {isPinned ? <Pin className="icon icon--sm" /> : null}
        {isSpotlit ? <Spotlight className="icon icon--sm" /> : null}
        <StateIcon facts={facts} />
        <span>{title}</span>
      </span>
      <TileMenu facts={facts} reached={reached} />
    </li>
  );
}

function TilePicture({ facts: { person, screen, name } }: { facts: TileFacts }) {
  if (screen) return person.own ? <OwnScreen /> : <TileVideo source={screen} whole />;
  if (person.camera) return <TileVideo source={person.camera} own={person.own} />;
  return <Avatar name={name} seed={person.id} size="xl" className="rm-tile__letters" />;
}

function StateIcon({ facts: { person, screen, speaking } }: { facts: TileFacts }) {
  if (screen) return <MonitorUp className="icon icon--sm" />;
  if (person.micMuted) return <MicOff className="icon icon--sm" />;
  if (!speaking) return null;
  return (
    <span className="rm-bars">
      <i />
      <i />
      <i />
    </span>
  );
}
