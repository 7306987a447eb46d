import type { ReactNode } from "react";
import { FormOf } from "@/components/talks/form-of";
import type { Locale } from "@/lib/i18n/locales";

/** Whose suggestions the form stands among: of which event, and of whom where somebody is signed in. */
export type PartnerPlace = { event: { id: string; slug: string }; locale: Locale; me?: string | undefined };
type PartnerFormProps = PartnerPlace & {
  /** What of the reader's it changes. */
  door: "wishes" | "suggestions";
  personId: string;
  children: ReactNode;
  className?: string;
};

/** A form about one of the people an event suggests, which comes back to its suggestions. */
export function PartnerForm({ door, event, locale, me, personId, children, className }: PartnerFormProps) {
  return (
    <form className={className} method="post" action={`/api/me/${door}`}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="back" value={`/me/talks?event=${event.slug}`} />
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="personId" value={personId} />
      <FormOf me={me} />
      {children}
    </form>
  );
}
