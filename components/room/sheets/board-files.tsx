"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ImageKind } from "@/components/room/sheets/board-image";
import { takeOwnFonts } from "@/components/room/sheets/own-fonts";
import { Button, ButtonLink } from "@/components/ui/button";

type BoardFilesProps = { slug: string; sheetId: string; name: string };

/** Gives the browser a file to save. */
function save(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: url, download: fileName });
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A whiteboard as a picture, or as a drawing that can be worked on elsewhere. */
export function BoardFiles({ slug, sheetId, name }: BoardFilesProps) {
  const t = useTranslations("room.notes");
  const [failed, setFailed] = useState(false);
  const href = `/api/rooms/${encodeURIComponent(slug)}/sheet-files/${sheetId}`;
  const saveAs = async (kind: ImageKind) => {
    try {
      const response = await fetch(href, { cache: "no-store" });
      if (!response.ok) throw new Error(`the drawing was not given: ${response.status}`);
      takeOwnFonts();
      const { imageOf } = await import("@/components/room/sheets/board-image");
      save(await imageOf(await response.text(), kind), `${slug}-whiteboard.${kind}`);
      setFailed(false);
    } catch {
      // Network, or a version that was rolled out meanwhile: the person tries again.
      setFailed(true);
    }
  };
  return (
    <span className="rm-notes__acts">
      {(["png", "svg"] as const).map((kind) => (
        <Button
          key={kind}
          size="sm"
          aria-label={t(`${kind}Name`, { name })}
          onClick={() => void saveAs(kind)}
        >
          {t(kind)}
        </Button>
      ))}
      <ButtonLink size="sm" href={href} aria-label={t("jsonName", { name })} download>
        {t("json")}
      </ButtonLink>
      {failed ? (
        <span className="rm-problem" role="alert">
          {t("failed")}
        </span>
      ) : null}
    </span>
  );
}
