import { z } from "zod";
import type { RefusedForm } from "@/components/registration/field-errors";
import type { NetworkLook } from "@/components/ui/network-mark";
import type { Given } from "@/domain/answers/rules";
import type { MyCertificate } from "@/domain/attendance/queries/certificate";
import type { MyFeedback } from "@/domain/attendance/queries/feedback";
import type { Question } from "@/domain/forms/rules";
import type { MaterialView } from "@/domain/programme/queries/materials";
import type { MyRegistration } from "@/domain/registration/queries";
import type { FurtherEvent } from "@/domain/registration/queries/further-events";
import type { MySeats } from "@/domain/registration/queries/my-seats";
import type { Clash } from "@/domain/registration/queries/week";
import type { WhoIsThere } from "@/domain/registration/queries/who-is-there";
import type { Locale } from "@/lib/i18n/locales";

/** What the page of one registration shows. */
export type MyRegistrationProps = {
  registration: MyRegistration;
  network: NetworkLook | undefined;
  hasTalks: boolean;
  /** What its holder can do about the seat. */
  seats: MySeats | undefined;
  /** A request that may be granted without the office once its holder has proven the address. */
  unproven: boolean;
  /** What the event asks, and what was answered, also to questions that the form no longer has. */
  questions: readonly Question[];
  given: readonly Given[];
  /** What the event gives out to this person. */
  materials: readonly MaterialView[];
  /** Of the same series; none for whoever looks at somebody else's. */
  others: readonly FurtherEvent[];
  series: { slug: string } | null;
  /** What the same person is registered for at the same time. */
  clashes: readonly Clash[];
  /** Participants who chose to be seen by this one; none for whoever only looks on. */
  present: WhoIsThere;
  /** What they said of the event; undefined while nobody asks. */
  feedback?: MyFeedback | undefined;
  /** Undefined where the event gives none. */
  certificate?: MyCertificate | undefined;
  /** What the QR code for the door says; for whoever has a seat on site. */
  ticket?: string | undefined;
  locale: Locale;
  now: Date;
  refused?: RefusedForm | undefined;
  done?: OwnPageDone | undefined;
};

/** What the form did that led back here. */
export const ownPageDone = z.enum([
  ...(["changed", "cancelled", "accepted", "switched", "colleague", "proven"] as const),
  "feedback",
]);
export type OwnPageDone = z.infer<typeof ownPageDone>;
