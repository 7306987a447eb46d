import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { seriesLimits } from "@/domain/planning/schema";

/** The text of a file that can hold a series at all. */
async function textOf(file: File | undefined): Promise<string | undefined> {
  return file && file.size <= 4 * seriesLimits.characters ? await file.text() : undefined;
}

/** Chooses the file whose text fills the field named `file` of the same form; the file itself is never sent. */
export function SeriesFile({ onText }: { onText: (text: string) => void }) {
  const t = useTranslations("templates.import");
  const chooser = useRef<HTMLInputElement>(null);
  const [isUnreadable, setUnreadable] = useState(false);
  const read = async (file: File | undefined) => {
    const text = await textOf(file);
    setUnreadable(text === undefined);
    if (text !== undefined) onText(text);
  };
  const readEarly = useEffectEvent((input: HTMLInputElement | null) => {
    const file = input?.files?.[0];
    const typed = input?.form && new FormData(input.form).get("file");
    if (file && !typed) void read(file);
  });
  // Whoever was faster than this script has chosen already, and no event told of it.
  useEffect(() => readEarly(chooser.current), []);
  return (
    <>
      <label className="field needs-script">
        <span className="field__label">{t("choose")}</span>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          className="input"
          onChange={({ target }) => void read(target.files?.[0])}
        />
      </label>
      {isUnreadable ? (
        <Notice tone="danger" role="alert">
          {t("unreadable")}
        </Notice>
      ) : null}
    </>
  );
}
