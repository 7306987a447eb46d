"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useRoomEvent } from "@/components/room/room-event-context";
import { BoardFiles } from "@/components/room/sheets/board-files";
import { useRoomLabel } from "@/components/room/use-room-label";
import { Button, ButtonLink } from "@/components/ui/button";
import { useSession } from "@/realtime/hooks/use-room-session";
import { listenToSheets } from "@/realtime/hooks/use-sheet";
import { type BreakoutSheet, breakoutSheets } from "@/realtime/sheets-api";

type Brought = { mayShare: boolean; sheets: readonly BreakoutSheet[] };

/** What breakouts wrote and drew: hosts see everything and bring it to everybody, who then take it along as a file. */
export function BreakoutSheets({ roomId }: { roomId: string }) {
  const t = useTranslations("room.notes");
  const { slug } = useRoomEvent();
  const { documents } = useSession();
  const [brought, setBrought] = useState<Brought | null>(null);
  const [failed, setFailed] = useState(false);
  const read = useCallback(() => void documents.fetch("sheets", breakoutSheets, setBrought), [documents]);
  useEffect(() => {
    read();
    return listenToSheets({ slug, roomId }, read);
  }, [read, slug, roomId]);
  if (!brought || (brought.sheets.length === 0 && !brought.mayShare)) return null;
  const share = async (sheet: BreakoutSheet) => {
    const reply = await documents.send(`sheet-files/${sheet.id}`, { shared: !sheet.shared }, null);
    setFailed(!reply.ok);
    read();
  };
  return (
    <section className="rm-notes__brought" aria-labelledby="brought-sheets">
      <h3 id="brought-sheets">{t("brought")}</h3>
      {failed ? (
        <p className="rm-problem" role="alert">
          {t("failed")}
        </p>
      ) : null}
      {brought.sheets.length === 0 ? <p className="rm-hint">{t("broughtEmpty")}</p> : null}
      <ul>
        {brought.sheets.map((sheet) => (
          <li key={sheet.id}>
            <SheetLine
              slug={slug}
              sheet={sheet}
              onShare={brought.mayShare ? () => void share(sheet) : null}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

type LineProps = { slug: string; sheet: BreakoutSheet; onShare: (() => void) | null };

function SheetLine({ slug, sheet: { id, kind, label, round, shared }, onShare }: LineProps) {
  const t = useTranslations("room.notes");
  const labelOf = useRoomLabel();
  const said = { label: labelOf({ kind: "breakout", label }), round, kind: t(`kinds.${kind}`) };
  const name = round === "" ? t("nameOf", said) : t("nameInRound", said);
  return (
    <>
      <span>
        {name} {shared && onShare ? <span className="rm-chip">{t("isShared")}</span> : null}
      </span>
      <span className="rm-notes__acts">
        {kind === "whiteboard" ? (
          <BoardFiles slug={slug} sheetId={id} name={name} />
        ) : (
          <ButtonLink
            size="sm"
            href={`/api/rooms/${encodeURIComponent(slug)}/sheet-files/${id}`}
            aria-label={t("saveName", { name })}
            download
          >
            {t("save")}
          </ButtonLink>
        )}
        {onShare ? (
          <Button size="sm" onClick={onShare} aria-label={t(shared ? "unshareName" : "shareName", { name })}>
            {t(shared ? "unshare" : "share")}
          </Button>
        ) : null}
      </span>
    </>
  );
}
