"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { CaptionText } from "@/components/room/captions/caption-region";
import { CaptionWriters } from "@/components/room/captions/caption-writers";
import { WritingField } from "@/components/room/captions/writing-field";
import { useMyId, useRights } from "@/realtime/hooks/use-place";
import { useDocuments, useRoom, useSession } from "@/realtime/hooks/use-room-session";

/** Everything that was written since one came, who writes it, and a field to write oneself. */
export function CaptionsPanel() {
  const t = useTranslations("room.captions");
  const { documents } = useSession();
  // Who writes is nobody's concern before they look here.
  useEffect(() => documents.signalled("captions"), [documents]);
  return (
    <>
      <div className="rm-panel__body">
        <Makers />
        <h3 id="transcript">{t("transcript")}</h3>
        <Transcript />
      </div>
      <Writing />
    </>
  );
}

/** Who makes the captions, and where the sound goes for it. */
function Makers() {
  const t = useTranslations("room.captions");
  const { moderate } = useRights();
  const writers = useDocuments((documents) => documents.captionWriters);
  const names = writers.map(({ name }) => name).join(", ");
  return (
    <>
      <p className="rm-hint">
        {t("who", { count: writers.length, names })} {t("how")}
      </p>
      {moderate ? <CaptionWriters /> : null}
    </>
  );
}

function Transcript() {
  const t = useTranslations("room.captions");
  const lines = useRoom((view) => view.captions);
  const end = useRef<HTMLDivElement>(null);
  const written = lines.filter(({ text }) => text !== "");
  const newest = written.at(-1)?.key;
  useEffect(() => {
    if (newest) end.current?.scrollIntoView({ block: "end" });
  }, [newest]);
  return (
    <>
      {written.length === 0 ? <p className="rm-hint">{t("empty")}</p> : null}
      <div role="log" aria-labelledby="transcript" aria-live="off">
        <ol className="rm-transcript">
          {written.map((line) => (
            <li key={line.key} data-testid="caption-line">
              <CaptionText line={line} />
            </li>
          ))}
        </ol>
        <div ref={end} />
      </div>
    </>
  );
}

/** Captions for whom the hosts asked, one's own words for everybody who may write. */
function Writing() {
  const t = useTranslations("room.captions");
  const me = useMyId();
  const { chat } = useRights();
  const writer = useDocuments(({ captionWriters }) =>
    captionWriters.find(({ admissionId }) => admissionId === me),
  );
  if (!writer && !chat) return <p className="rm-hint rm-panel__foot">{t("mayNot")}</p>;
  return (
    <div className="rm-panel__foot rm-composer">
      {writer ? (
        <>
          <p className="rm-hint">{t("asked", { language: t(writer.language) })}</p>
          <WritingField kind="captions" language={writer.language} />
        </>
      ) : null}
      {chat ? <WritingField kind="own" language={null} /> : null}
    </div>
  );
}
