"use client";

import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { z } from "zod";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";

const imported = z.object({
  placed: z.int(),
  unread: z.array(z.object({ line: z.int(), who: z.string() })),
});
type Imported = z.infer<typeof imported>;
const SHOWN = 5;

/** Tables are saved in UTF-8, or by Excel in Europe in Windows-1252. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

type RoomsFileProps = { common: object; onFailure: (reason: string | null) => void };

/** Rooms and their people from a file, long before anybody is there; it says which lines mean nobody. */
export function RoomsFile({ common, onFailure }: RoomsFileProps) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const [done, setDone] = useState<Imported | null>(null);
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    const reply = await session.act("sets", { ...common, text: textOf(await file.arrayBuffer()) });
    // The same file can be chosen again once it was mended.
    target.value = "";
    onFailure(refusalOf(reply));
    setDone(imported.safeParse(reply.ok ? reply.value : undefined).data ?? null);
  };
  return (
    <div className="rm-number">
      <label>
        <span>{t("file")}</span>
        <input
          className="input"
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={(one) => void read(one)}
        />
      </label>
      <p className="rm-hint">{t("fileHint")}</p>
      <p role="status">{done ? t("filePlaced", { count: done.placed }) : ""}</p>
      {done && done.unread.length > 0 ? (
        <p className="rm-problem">
          {t("fileUnread", {
            count: done.unread.length,
            lines: done.unread
              .slice(0, SHOWN)
              .map(({ line, who }) => `${line}: ${who}`)
              .join(" · "),
          })}
        </p>
      ) : null}
    </div>
  );
}
