import { useTranslations } from "next-intl";
import { RefusedNotice } from "@/components/desk/refused-notice";
import { AnswerList } from "@/components/registration/answer-list";
import { MyRegistrationCancel } from "@/components/registration/my-registration-cancel";
import { EventNotice } from "@/components/registration/my-registration-state";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { Ticket } from "@/components/registration/ticket";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { networkStyle } from "@/components/ui/network-mark";
import { Notice } from "@/components/ui/notice";
import { isEventOver, isRoomOpen } from "@/domain/programme/rules";
import { isHeld } from "@/domain/registration/rules";
import { href } from "@/lib/i18n/href";

type OthersProps = Pick<
  MyRegistrationProps,
  "registration" | "network" | "given" | "locale" | "now" | "refused" | "done"
> & {
  /** Whether it can be called off from here. */
  cancels: boolean;
};

function State({ registration, now, refused, done }: OthersProps) {
  const t = useTranslations("registration.others");
  const { event, status, attendance, waitingPlace, name } = registration;
  const state = status === "confirmed" && attendance === "onsite" ? "confirmedOnsite" : status;
  return (
    <div className="stack gap-4">
      <div>
        <h1 tabIndex={-1}>{t("title", { name })}</h1>
        <p className="lead">{t(state, { place: waitingPlace ?? 1 })}</p>
      </div>
      {done === "cancelled" && status === "cancelled" ? (
        <Notice tone="success" role="status" title={t("cancelledNow")} />
      ) : null}
      {refused ? (
        <RefusedNotice refused={refused} />
      ) : (
        <EventNotice status={event.status} ended={event.status !== "cancelled" && isEventOver(event, now)} />
      )}
      <Notice tone="info">{t("hint")}</Notice>
    </div>
  );
}

/** A registration as those see it who run the event: what it says, and nothing that is for its owner alone to do. */
export function OthersRegistration(props: OthersProps) {
  const { registration, network, given, locale, now, cancels } = props;
  const t = useTranslations("registration.mine");
  const { event, status, organisation } = registration;
  const open = isHeld(registration) && !isEventOver(event, now);
  return (
    <div className="net evtop" style={networkStyle(network?.colour)}>
      <div className="wrap section stack gap-8">
        <State {...props} />
        {status === "confirmed" && isRoomOpen(event, now) ? (
          <div>
            <ButtonLink variant="primary" size="lg" href={href(locale, `/room/${event.slug}`)}>
              {t("enter")}
            </ButtonLink>
          </div>
        ) : null}
        <Card flush>
          <Ticket registration={registration} network={network} locale={locale} />
        </Card>
        {organisation || given.length > 0 ? (
          <Card className="stack gap-3">
            {organisation ? <p>{organisation}</p> : null}
            <AnswerList given={given} locale={locale} />
          </Card>
        ) : null}
        {open && cancels ? (
          <MyRegistrationCancel registration={registration} locale={locale} isOthers />
        ) : null}
      </div>
    </div>
  );
}
