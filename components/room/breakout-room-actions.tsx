"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useVisit } from "@/components/room/use-visit";
import { Button } from "@/components/ui/button";
import { refusalOf } from "@/realtime/client/ports";
import { useAside, useAsideView } from "@/realtime/hooks/use-aside";
import { useSession } from "@/realtime/hooks/use-room-session";
import { useServerNow } from "@/realtime/hooks/use-server-now";
import type { RoundView } from "@/realtime/room-api";
import { clockText } from "@/realtime/timing";

type Room = RoundView["rooms"][number];
type Props = {
  round: RoundView;
  room: Room;
  label: string;
  onFailure: (reason: string | null) => void;
};

/** What a host does with one room: an open one is visited, listened to, given more time; one of a draft named or dropped. */
export function BreakoutRoomActions(props: Props) {
  const { round } = props;
  if (round.state === "draft") return <DraftActions {...props} />;
  return round.state === "open" ? <OpenActions {...props} /> : null;
}

function OpenActions({ round, room, label, onFailure }: Props) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const visit = useVisit();
  const extend = async () => {
    const more = { action: "extend", seconds: 300, roomId: room.id };
    onFailure(refusalOf(await session.act(`rounds/${round.id}`, more)));
  };
  return (
    <div className="rm-actions">
      <Button size="sm" aria-label={t("visitName", { room: label })} onClick={() => void visit(room.id)}>
        {t("visit")}
      </Button>
      <ListenButton round={round} room={room} label={label} onFailure={onFailure} />
      {round.rule === "own_choice" ? null : (
        <Button size="sm" aria-label={t("extendName", { room: label })} onClick={() => void extend()}>
          {t("extend")}
        </Button>
      )}
      {room.endsAt && room.endsAt !== round.endsAt ? <RoomClock endsAt={room.endsAt} /> : null}
    </div>
  );
}

/** Only from inside the room, and only where more than two talk. */
function ListenButton({ room, label, onFailure }: Props) {
  const t = useTranslations("room.aside");
  const aside = useAside();
  const { of, phase } = useAsideView();
  if (!aside || !room.canListen) return null;
  const listens = of === room.id && phase !== "over";
  const toggle = async () => onFailure(listens ? await aside.stop() : await aside.listen(room.id));
  return (
    <Button
      size="sm"
      aria-pressed={listens}
      aria-label={t("listenName", { room: label })}
      onClick={() => void toggle()}
    >
      {t("listen")}
    </Button>
  );
}

/** A room that was given more time than the others says when it ends itself. */
function RoomClock({ endsAt }: { endsAt: string }) {
  const t = useTranslations("room.breakouts");
  const now = useServerNow(1000);
  return <span role="timer">{t("returnAt", { time: clockText(Date.parse(endsAt) - now) })}</span>;
}

function DraftActions({ round, room, label, onFailure }: Props) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const [name, setName] = useState<string | null>(null);
  const act = async (change: object) =>
    onFailure(refusalOf(await session.act(`rounds/${round.id}`, { action: "rooms", change })));
  const rename = (event: FormEvent) => {
    event.preventDefault();
    const to = name?.trim();
    setName(null);
    if (to) void act({ what: "rename", roomId: room.id, label: to });
  };
  if (name !== null) {
    return (
      <form className="rm-composer__line" onSubmit={rename}>
        <input
          className="input"
          aria-label={t("renameName", { room: label })}
          value={name}
          maxLength={80}
          onChange={(change) => setName(change.target.value)}
        />
        <Button size="sm" type="submit">
          {t("renameSave")}
        </Button>
      </form>
    );
  }
  return (
    <div className="rm-actions">
      <Button
        size="sm"
        variant="quiet"
        aria-label={t("renameName", { room: label })}
        onClick={() => setName(label)}
      >
        {t("rename")}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t("removeName", { room: label })}
        onClick={() => void act({ what: "remove", roomId: room.id })}
      >
        {t("remove")}
      </Button>
    </div>
  );
}
