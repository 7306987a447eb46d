import type { RefusedForm } from "@/components/registration/field-errors";
import type { NetworkLook } from "@/components/ui/network-mark";
import type { MyRegistration } from "@/domain/registration/queries";
import type { FurtherEvent } from "@/domain/registration/queries/further-events";
import type { WhoIsThere } from "@/domain/registration/queries/who-is-there";
import type { Locale } from "@/lib/i18n/locales";

/** What the page of one registration shows. */
export type MyRegistrationProps = {
  registration: MyRegistration;
  network: NetworkLook | undefined;
  hasTalks: boolean;
  /** Of the same series; none for whoever looks at somebody else's. */
  others: readonly FurtherEvent[];
  series: { slug: string } | null;
  /** Participants who chose to be seen by this one; none for whoever only looks on. */
  present: WhoIsThere;
  /** What the QR code for the door says; for whoever has a place at an event on site. */
  ticket?: string | undefined;
  locale: Locale;
  now: Date;
  refused?: RefusedForm | undefined;
  done?: "changed" | "cancelled" | undefined;
};
