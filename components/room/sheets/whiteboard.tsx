"use client";

import {
  CaptureUpdateAction,
  Excalidraw,
  MainMenu,
  reconcileElements,
  restoreElements,
} from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import type { RemoteExcalidrawElement } from "@excalidraw/excalidraw/data/reconcile";
import type { ExcalidrawImperativeAPI } from "@excalidraw/excalidraw/types";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { useRoomEvent } from "@/components/room/room-event-context";
import { BoardBoundary } from "@/components/room/sheets/board-boundary";
import { BoardFiles } from "@/components/room/sheets/board-files";
import { SheetFailure, SheetState } from "@/components/room/sheets/sheet-state";
import { drawnElement } from "@/domain/interaction/schema/drawing";
import { BoardBinding } from "@/realtime/client/board-binding";
import { browserClock } from "@/realtime/client/browser-clock";
import { useSheet } from "@/realtime/hooks/use-sheet";

/** What others drew, once more as Excalidraw names it: our own schema has said that it is such an element. */
const remoteElements = z.array(
  z.custom<RemoteExcalidrawElement>((value) => drawnElement.safeParse(value).success),
);

/** Only what is drawn here and saved by our own buttons: nothing is opened, published or put into somebody else's library. */
const CANVAS = {
  canvasActions: {
    ...{ loadScene: false, saveToActiveFile: false, export: false as const, saveAsImage: false },
    ...{ toggleTheme: false, changeViewBackgroundColor: false },
  },
  tools: { image: false },
};

type Board = ReturnType<typeof useSheet>;

/** The whiteboard of one room. */
export function Whiteboard({ roomId }: { roomId: string }) {
  const t = useTranslations("room.notes");
  const { slug } = useRoomEvent();
  const sheet = useSheet({ slug, roomId, kind: "whiteboard" });
  return (
    <div className="rm-board">
      <p className="rm-hint">{t("boardReaders")}</p>
      <SheetFailure sheet={sheet} />
      <BoardBoundary
        key={sheet.doc.guid}
        instead={
          <p className="rm-problem" role="alert">
            {t("boardFailed")}
          </p>
        }
      >
        {sheet.isKnown ? <Canvas sheet={sheet} /> : null}
      </BoardBoundary>
      <div className="rm-board__foot">
        <SheetState sheet={sheet} />
        {sheet.sheetId ? <BoardFiles slug={slug} sheetId={sheet.sheetId} name={t("whiteboard")} /> : null}
      </div>
    </div>
  );
}

/** Takes in what others drew; what is being drawn here this moment stays, and undo takes back one's own alone. */
function takeIn(api: ExcalidrawImperativeAPI, remote: readonly object[]): void {
  const mine = api.getSceneElementsIncludingDeleted();
  const theirs = remoteElements.parse(restoreElements(remoteElements.parse(remote), null));
  const elements = reconcileElements(mine, theirs, api.getAppState());
  api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER });
}

function Canvas({ sheet: { doc, mayWrite } }: { sheet: Board }) {
  const locale = useLocale();
  const binding = useRef<BoardBinding>(null);
  const [api, setApi] = useState<ExcalidrawImperativeAPI | null>(null);
  useEffect(() => {
    if (!api) return;
    const bound = new BoardBinding(doc, { clock: browserClock, show: (remote) => takeIn(api, remote) });
    binding.current = bound;
    const drawn = restoreElements(remoteElements.parse(bound.all()), null);
    api.updateScene({ elements: drawn, captureUpdate: CaptureUpdateAction.NEVER });
    api.scrollToContent(drawn);
    return () => bound.end();
  }, [api, doc]);
  return (
    <div className="rm-board__canvas">
      <Excalidraw
        excalidrawAPI={setApi}
        langCode={locale === "de" ? "de-DE" : "en"}
        viewModeEnabled={!mayWrite}
        onChange={(elements) => binding.current?.drew(elements)}
        validateEmbeddable={false}
        aiEnabled={false}
        isCollaborating
        handleKeyboardGlobally={false}
        UIOptions={CANVAS}
      >
        <MainMenu>
          <MainMenu.DefaultItems.ClearCanvas />
          <MainMenu.DefaultItems.Help />
        </MainMenu>
      </Excalidraw>
    </div>
  );
}
