"use client";

import { useTranslations } from "next-intl";
import { useRoomEvent } from "@/components/room/room-event-context";
import { BoardDialog } from "@/components/room/sheets/board-dialog";
import { BreakoutSheets } from "@/components/room/sheets/breakout-sheets";
import { NotesField } from "@/components/room/sheets/notes-field";
import { SheetFailure, SheetState } from "@/components/room/sheets/sheet-state";
import { ButtonLink } from "@/components/ui/button";
import { useTarget } from "@/realtime/hooks/use-place";
import { useSheet } from "@/realtime/hooks/use-sheet";

/** The notes of the present room; in the plenary also what breakouts have written and drawn. */
export function NotesPanel() {
  const room = useTarget()?.room;
  if (!room) return null;
  return (
    <div className="rm-panel__body rm-notes">
      <RoomNotes key={room.id} roomId={room.id} isBreakout={room.kind === "breakout"} />
      {room.kind === "main" ? <BreakoutSheets key={`${room.id} brought`} roomId={room.id} /> : null}
    </div>
  );
}

const HINT_ID = "notes-readers";

function RoomNotes({ roomId, isBreakout }: { roomId: string; isBreakout: boolean }) {
  const t = useTranslations("room.notes");
  const { slug } = useRoomEvent();
  const sheet = useSheet({ slug, roomId, kind: "notes" });
  return (
    <>
      <p id={HINT_ID} className="rm-hint">
        {t(isBreakout ? "readersBreakout" : "readers")}
      </p>
      <SheetFailure sheet={sheet} />
      <NotesField doc={sheet.doc} isReadOnly={!sheet.isKnown || !sheet.mayWrite} describedBy={HINT_ID} />
      <SheetState sheet={sheet} />
      {sheet.sheetId ? (
        <ButtonLink
          size="sm"
          href={`/api/rooms/${encodeURIComponent(slug)}/sheet-files/${sheet.sheetId}`}
          download
        >
          {t("file")}
        </ButtonLink>
      ) : null}
      <BoardDialog roomId={roomId} />
    </>
  );
}
