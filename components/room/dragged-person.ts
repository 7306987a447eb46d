"use client";

import type { DragEvent } from "react";
import { useSession } from "@/realtime/hooks/use-room-session";
import type { RoundView } from "@/realtime/room-api";

/** Only names of this very round are taken; whatever else is dragged over the page is left alone. */
const typeOf = ({ id }: Pick<RoundView, "id">) => `application/x-plenum-${id}`;

/**
 * Dragging a name into another room of the round. „Verschieben nach …“ does the same for keyboards and phones, so nothing
 * depends on it.
 */
export function useDragged(round: RoundView) {
  const session = useSession();
  const type = typeOf(round);
  const movable = round.state === "draft" || round.state === "announced" || round.state === "open";
  const drag = (admissionId: string) => ({
    draggable: movable,
    onDragStart: ({ dataTransfer }: DragEvent) => {
      dataTransfer.setData(type, admissionId);
      dataTransfer.effectAllowed = "move";
    },
  });
  const isOurs = ({ dataTransfer }: DragEvent) => movable && dataTransfer.types.includes(type);
  const dropOn = (roomId: string | null, setOver: (isOver: boolean) => void) => ({
    onDragOver: (event: DragEvent) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      setOver(false);
      const admissionId = event.dataTransfer.getData(type);
      void session.act(`rounds/${round.id}/move`, { admissionId, roomId });
    },
  });
  return { drag, dropOn };
}
