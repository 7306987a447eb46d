import { useTranslations } from "next-intl";
import { useFieldErrors } from "@/components/registration/field-errors";
import { ForgetDraft } from "@/components/registration/form-draft";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { openQuestions, questionsFor } from "@/domain/answers/rules";
import { fieldOf } from "@/domain/forms/rules";
import { isEventOver } from "@/domain/programme/rules";
import type { MyRegistration } from "@/domain/registration/queries";
import { isHeld } from "@/domain/registration/rules";
import { closedReason } from "@/domain/registration/rules/window";

const icons: Record<MyRegistration["status"], IconName> = {
  confirmed: "check",
  waiting: "clock",
  offered: "clock",
  pending: "clock",
  declined: "x",
  cancelled: "x",
};

/** Said once, above everything else, after the form that did it. */
const doneTexts = {
  changed: "saved",
  accepted: "accepted",
  switched: "switched",
  colleague: "colleagueDone",
  proven: "proven",
  feedback: "feedbackDone",
} as const;

function useStateText({ status, attendance, waitingPlace }: MyRegistration): string {
  const t = useTranslations("registration.mine");
  if (status === "confirmed" && attendance === "onsite") return t("confirmedOnsite");
  if (status === "waiting") return t("waiting", { place: waitingPlace ?? 1 });
  return t(status);
}

/** Whoever cancelled comes back with one click: the address is proven, so the known details are used again. */
function RegisterAgain({ registration, locale }: Pick<MyRegistrationProps, "registration" | "locale">) {
  const t = useTranslations("registration.mine");
  return (
    <form method="post" action="/api/registrations">
      <input type="hidden" name="eventId" value={registration.eventId} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="name" value={registration.name} />
      <input type="hidden" name="email" value={registration.email} />
      <input type="hidden" name="organisation" value={registration.organisation} />
      <Button type="submit" variant="primary">
        {t("again")}
      </Button>
    </form>
  );
}

/** Opening the link proves nothing, because programs that check mails open every link: pressing this does. */
function ProveRequest({ registration, locale }: Pick<MyRegistrationProps, "registration" | "locale">) {
  const t = useTranslations("registration.mine");
  return (
    <form method="post" action={`/api/registrations/${registration.id}/prove`} className="stack gap-2">
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value="request" />
      <p className="small muted">{t("proveHint")}</p>
      <Button type="submit" variant="primary">
        {t("prove")}
      </Button>
    </form>
  );
}

/** Nobody answers for another: whom a colleague or the office has registered is asked here. */
function OpenQuestions({ registration, questions, given }: MyRegistrationProps) {
  const t = useTranslations("questions.answers");
  const hasPlace = registration.status === "confirmed";
  const [first] = openQuestions(questionsFor(questions, { hasPlace }), given);
  if (!first || !isHeld(registration)) return null;
  return (
    <Notice tone="warning" title={first.stage === "followUp" ? t("openFollowUp") : t("open")}>
      <a href={`#${fieldOf(first.id)}`}>{t("openLink")}</a>
    </Notice>
  );
}

type EventNoticeProps = { status: MyRegistrationProps["registration"]["event"]["status"]; ended: boolean };

/** What became of the event itself. */
export function EventNotice({ status, ended }: EventNoticeProps) {
  const t = useTranslations("public.event");
  if (status === "cancelled") return <Notice tone="danger" title={t("cancelled")} />;
  if (status === "postponed") return <Notice tone="warning" title={t("postponed")} />;
  return ended ? <Notice title={t("ended")} /> : null;
}

/** A refusal that no form of the page says itself: of a button, or of a form that is gone by now. */
function toldAbove({ registration, refused, now }: MyRegistrationProps) {
  const form = refused?.entered.form;
  const isOpen = isHeld(registration) && !isEventOver(registration.event, now);
  const isSaidHere = form === "seat" || form === "feedback" || (!form && !isOpen);
  return isSaidHere ? refused : undefined;
}

/** Where the registration stands, in words and with a mark, and what has just been done to it. */
export function MyRegistrationState(props: MyRegistrationProps) {
  const { registration, locale, now, done, unproven } = props;
  const t = useTranslations("registration.mine");
  const text = useStateText(registration);
  const { status, event } = registration;
  const refused = toldAbove(props);
  const { problems } = useFieldErrors(refused);
  const ended = event.status !== "cancelled" && isEventOver(event, now);
  return (
    <div className="stack gap-4">
      {done === "changed" || done === "cancelled" ? <ForgetDraft id={registration.id} /> : null}
      <div className="okhead">
        <span className={status === "confirmed" ? "okmark" : "okmark okmark--quiet"}>
          <Icon name={icons[status]} />
        </span>
        <div>
          <h1 tabIndex={-1}>{t("title")}</h1>
          <p className="lead">{text}</p>
        </div>
      </div>
      {done && done !== "cancelled" ? (
        <Notice tone="success" role="status" title={t(doneTexts[done])} />
      ) : null}
      <RefusedSummary refused={refused} problems={problems} />
      {done === "cancelled" && status === "cancelled" ? (
        <Notice tone="success" role="status" title={t("cancelledNow")} />
      ) : null}
      <EventNotice status={event.status} ended={ended} />
      {event.status === "cancelled" || ended ? null : <OpenQuestions {...props} />}
      {unproven && event.status !== "cancelled" && !ended ? (
        <ProveRequest registration={registration} locale={locale} />
      ) : null}
      {status === "cancelled" && !closedReason(event, now) ? (
        <RegisterAgain registration={registration} locale={locale} />
      ) : null}
    </div>
  );
}
