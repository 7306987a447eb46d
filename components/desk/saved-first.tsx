"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, type SubmitEvent, useState } from "react";
import { Notice } from "@/components/ui/notice";

const isChanged = (field: Element): boolean => {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
  const isBox = field.type === "checkbox" || field.type === "radio";
  return isBox ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
};

/** Another form of the page that was changed and not saved, by the name of its field where one can be told. */
function unsavedBeside(own: EventTarget): { field: string | undefined } | undefined {
  for (const form of document.querySelectorAll("main form")) {
    if (!(form instanceof HTMLFormElement) || form === own) continue;
    const changed = [...form.elements].find(isChanged);
    if (changed instanceof HTMLTextAreaElement) return { field: changed.labels[0]?.innerText };
    if (changed instanceof HTMLInputElement) return { field: changed.labels?.[0]?.innerText };
    // After a refusal what was typed has become what the fields fall back to.
    if (form.dataset.refused === "true") return { field: undefined };
  }
  return undefined;
}

/** Holds the form inside back while something beside it is typed and not saved: it would be left out, unseen. */
export function SavedFirst({ children }: { children: ReactNode }) {
  const t = useTranslations("errors.unsaved");
  const [unsaved, setUnsaved] = useState<{ field: string | undefined }>();
  const hold = (event: SubmitEvent<HTMLElement>) => {
    const found = unsavedBeside(event.target);
    setUnsaved(found);
    if (found) event.preventDefault();
  };
  return (
    <div className="stack gap-3 empty:hidden" onSubmitCapture={hold}>
      {children}
      {unsaved ? (
        <Notice tone="warning" role="alert">
          {t("text", { field: unsaved.field ?? t("other") })}
        </Notice>
      ) : null}
    </div>
  );
}
