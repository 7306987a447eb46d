import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { Locale } from "@/lib/i18n/locales";

type TakeAlongProps = {
  /** Where the form posts to; its answer is the file. */
  action: string;
  /** The page to come back to when there is no file. */
  path: string;
  locale: Locale;
  title: string;
  note: string;
  /** One button each, in this order. */
  formats: readonly { value: string; label: string }[];
  className?: string;
  children?: ReactNode;
};

/** Something as a file. A plain form: the browser saves what it answers, and the page stays. */
export function TakeAlong({ action, path, locale, title, note, formats, ...rest }: TakeAlongProps) {
  return (
    <form className={rest.className ?? "stack gap-2"} method="post" action={action}>
      <input type="hidden" name="back" value={path} />
      <input type="hidden" name="locale" value={locale} />
      <div className="row gap-2">
        <h2 className="text-base">{title}</h2>
        {formats.map(({ value, label }) => (
          <Button key={value} type="submit" size="sm" name="format" value={value}>
            {label}
          </Button>
        ))}
      </div>
      {rest.children}
      <p className="small muted">{note}</p>
    </form>
  );
}
