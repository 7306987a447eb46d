"use client";

import { LegalFoot } from "@/components/room/legal-foot";
import { RoomLoading } from "@/components/room/loading-note";
import { LobbyIntro } from "@/components/room/lobby-intro";
import { MaintenanceNote } from "@/components/room/maintenance-note";
import { Prejoin } from "@/components/room/prejoin";
import { useRoomEvent } from "@/components/room/room-event-context";
import { TalkIntro } from "@/components/room/talk-intro";
import { useMyRole } from "@/components/room/use-my-role";
import { useThisTalk } from "@/components/room/use-talks";
import { ViewerPrejoin } from "@/components/room/viewer-prejoin";
import { NetworkMark } from "@/components/ui/network-mark";
import { rights } from "@/domain/rooms/rules";
import type { RoomRole } from "@/domain/rooms/schema";
import { useAnswer } from "@/realtime/hooks/use-place";
import type { WhereAmI } from "@/realtime/protocol";

/** Before the room: what is going to happen, and one card in which one gets ready. */
export function Lobby() {
  const event = useRoomEvent();
  const talk = useThisTalk();
  return (
    <div className="rm-lobby">
      <header className="rm-top">
        <NetworkMark mark={event.network.mark} colour={event.network.colour} size="sm" />
        <p className="rm-top__network">{event.network.name}</p>
      </header>
      <MaintenanceNote />
      <main className="rm-lobby__main">
        {talk ? <TalkIntro talk={talk} /> : <LobbyIntro />}
        <Card />
      </main>
      <LegalFoot />
    </div>
  );
}

/** Which card it is depends on the server's first answer: until then nobody can be asked for devices by mistake. */
function Card() {
  const answer = useAnswer();
  const role = useMyRole();
  const talk = useThisTalk();
  if (!answer) {
    return (
      <section className="rm-card rm-prejoin">
        <RoomLoading />
      </section>
    );
  }
  return talk || speaksOf(role, answer) ? <Prejoin /> : <ViewerPrejoin />;
}

/** Whether this person will be able to speak, so that nobody is asked for devices in vain. */
function speaksOf(role: RoomRole, answer: WhereAmI): boolean {
  if (answer.state === "room") return answer.target.rights.mic;
  if (answer.state === "wait" && answer.reason === "talk_lobby") return true;
  const mode = answer.session.mode;
  const now = { frozen: false, silenced: false, noChat: false, handAccepted: false, largeAudience: false };
  return rights({ ...now, role, mode, kind: "main", participantsShareScreen: false }).mic;
}
