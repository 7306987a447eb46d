"use client";

import { useMemo } from "react";
import type { Named } from "@/components/room/chat/mentions";
import { closedTo, mayWritePrivately } from "@/domain/interaction/rules/chat";
import { isHost, isUnproven } from "@/domain/rooms/rules";
import { useMyId, useRights, useTarget } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

export type Reach = {
  room: boolean;
  hosts: boolean;
  /** Whom one may write to alone, as far as one sees them. */
  people: readonly Named[];
};

/** Whom this person may write to now; the server asks the same once more. */
export function useReach(): Reach {
  const { moderate, chat } = useRights();
  const me = useMyId();
  const inTalk = useTarget()?.room.kind === "talk";
  const settings = useDocuments((documents) => documents.chatting);
  const people = useDocuments((documents) => documents.people);
  return useMemo(() => {
    if (!chat || !settings) return { room: chat, hosts: chat, people: [] };
    const open = (scope: "room" | "hosts") =>
      closedTo({ scope, isHost: moderate, inTalk, settings }) === null;
    const reached = people.filter(
      ({ admissionId, role, name }) =>
        admissionId !== me &&
        name !== "" &&
        !isUnproven(role) &&
        mayWritePrivately({
          privately: settings.privately,
          writerIsHost: moderate,
          readerIsHost: isHost(role),
        }),
    );
    return { room: open("room"), hosts: open("hosts"), people: reached };
  }, [chat, settings, people, moderate, inTalk, me]);
}
