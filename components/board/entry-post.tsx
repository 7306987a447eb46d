import type { ReactNode } from "react";
import { OnceField } from "@/components/ui/once-field";
import type { Locale } from "@/lib/i18n/locales";

type EntryPostProps = {
  action: string;
  back: string;
  locale: Locale;
  children: ReactNode;
  className?: string;
};

/** A small form about an entry that leads back to its page. */
export function EntryPost({ action, back, locale, children, className = "stack gap-3" }: EntryPostProps) {
  return (
    <form className={className} method="post" action={action}>
      <OnceField />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={back} />
      {children}
    </form>
  );
}
