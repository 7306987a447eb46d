import { useTranslations } from "next-intl";
import type { EventDetail, SeatPart } from "@/components/programme/event-views";
import { seatsWord } from "@/components/programme/seats-word";
import { Check } from "@/components/ui/check";
import { Field } from "@/components/ui/field";
import { attendances } from "@/domain/registration/schema";
import { invitationText } from "./invitation-text";

type Entered = Partial<Record<string, string>>;
type SeatFieldsProps = {
  event: Pick<EventDetail, "seats" | "place">;
  entered: Entered;
  errorOf: (field: string) => string | undefined;
  /** The code of the invitation that led here. */
  invitation?: string | undefined;
};

type ChoiceProps = {
  seats: EventDetail["seats"];
  place: string | null;
  chosen: string | undefined;
};

/** On site or online, each with what is left of it; nothing where there is no choice. */
function AttendanceChoice({ seats, place, chosen = "online" }: ChoiceProps) {
  const t = useTranslations("registration.form");
  const p = useTranslations("public");
  if (!seats.onsite) return null;
  const parts = { online: seats.online, onsite: seats.onsite };
  const leftIn = (part: SeatPart) => {
    const word = seatsWord(part);
    if (word.kind === "open") return undefined;
    return word.kind === "full" ? t("seatsFull") : p("seats.leftShort", { count: word.left });
  };
  return (
    <fieldset className="field">
      <legend className="field__label">{t("attendance")}</legend>
      {attendances.toReversed().map((attendance) => (
        <Check
          key={attendance}
          type="radio"
          name="attendance"
          value={attendance}
          defaultChecked={attendance === chosen}
          label={attendance === "onsite" && place ? t("onsiteAt", { place }) : t(attendance)}
          hint={leftIn(parts[attendance])}
        />
      ))}
    </fieldset>
  );
}

/** What the form asks about the seat itself: which kind, and the invitation where one is needed. */
export function SeatFields({ event, entered, errorOf, invitation }: SeatFieldsProps) {
  const t = useTranslations("registration.form");
  const { seats, place } = event;
  const asksCode = seats.invitationOnly || entered.invitation !== undefined;
  return (
    <>
      <AttendanceChoice seats={seats} place={place} chosen={entered.attendance} />
      {invitation ? (
        <>
          <input type="hidden" name="invitation" value={invitation} />
          <input type="hidden" name="via" value={invitation} />
        </>
      ) : null}
      {asksCode && !invitation ? (
        <Field
          label={t("invitation")}
          hint={t("invitationHint")}
          name="invitation"
          autoComplete="off"
          required={seats.invitationOnly}
          defaultValue={entered.invitation ? invitationText(entered.invitation) : undefined}
          error={errorOf("invitation")}
          maxLength={40}
        />
      ) : null}
    </>
  );
}
