import type { ComponentProps } from "react";
import { ActionField, ActionTextArea } from "@/components/desk/answered-form";

type Both = { de: string; en: string };
type InBothProps = Pick<ComponentProps<typeof ActionField>, "maxLength"> & {
  /** The two fields are this, with De and En behind it. */
  name: string;
  labels: Both;
  /** What was said so far. */
  words: Both;
  /** Beside the first of them. */
  hint?: string;
  /** Several lines each. */
  rows?: number;
};

/** What is said in German and in English: a field for each. */
export function InBoth({ name, labels, words, hint, rows, maxLength }: InBothProps) {
  const field = (language: "de" | "en") => ({
    name: `${name}${language === "de" ? "De" : "En"}`,
    label: labels[language],
    defaultValue: words[language],
    ...(hint && language === "de" ? { hint } : {}),
    ...(maxLength === undefined ? {} : { maxLength }),
  });
  if (rows === undefined)
    return (
      <>
        <ActionField {...field("de")} />
        <ActionField {...field("en")} />
      </>
    );
  return (
    <>
      <ActionTextArea rows={rows} {...field("de")} />
      <ActionTextArea rows={rows} {...field("en")} />
    </>
  );
}
