import type { ReactNode } from "react";
import { FormOf } from "@/components/talks/form-of";
import type { Locale } from "@/lib/i18n/locales";

type TalkFormProps = {
  meetingId: string;
  /** Which of the doors of a talk it posts to. */
  door: "cancel" | "move" | "release" | "extend" | "contact" | "note" | "presence";
  locale: Locale;
  back: string;
  /** Where something is written: whose page it is. */
  me?: string | undefined;
  children: ReactNode;
  className?: string;
};

/** A form about one talk that comes back to the page it stands on, with or without JavaScript. */
export function TalkForm({ meetingId, door, locale, back, me, children, className }: TalkFormProps) {
  return (
    <form className={className ?? "stack gap-3"} method="post" action={`/api/meetings/${meetingId}/${door}`}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      <FormOf me={me} />
      {children}
    </form>
  );
}
