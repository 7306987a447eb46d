import { useTranslations } from "next-intl";
import { MaterialList } from "@/components/programme/material-list";
import { CalendarDownload } from "@/components/registration/calendar-download";
import { ClashNote } from "@/components/registration/clash-note";
import { DoorTicket } from "@/components/registration/door-ticket";
import { MoreEvents } from "@/components/registration/more-events";
import { MyCertificateCard, MyFeedbackCard } from "@/components/registration/my-afterwards";
import { MyRegistrationCancel } from "@/components/registration/my-registration-cancel";
import { MyRegistrationColleague } from "@/components/registration/my-registration-colleague";
import { MyRegistrationForm } from "@/components/registration/my-registration-form";
import { MyRegistrationOffer } from "@/components/registration/my-registration-offer";
import { MyRegistrationSeat } from "@/components/registration/my-registration-seat";
import { MyRegistrationState } from "@/components/registration/my-registration-state";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { TechnicalTestCard } from "@/components/registration/technical-test-card";
import { Ticket } from "@/components/registration/ticket";
import { WhoIsThere } from "@/components/registration/who-is-there";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { networkStyle } from "@/components/ui/network-mark";
import { isEventOver, isRoomOpen } from "@/domain/programme/rules";
import { isHeld } from "@/domain/registration/rules";
import { href } from "@/lib/i18n/href";
import "@/components/programme/programme.css";
import "./my-registration.css";

function TicketCard({ over, ...props }: MyRegistrationProps & { over: boolean }) {
  const { id, status, event } = props.registration;
  return (
    <Card flush>
      <Ticket {...props} />
      {status === "confirmed" && !over ? <CalendarDownload registrationId={id} /> : null}
      {props.ticket ? <DoorTicket code={props.ticket} place={event.place} /> : null}
    </Card>
  );
}

function TalksCard({ registration, locale }: Pick<MyRegistrationProps, "registration" | "locale">) {
  const t = useTranslations("registration.mine");
  return (
    <Card small className="stack gap-3">
      <h2 className="text-base">{t("talks")}</h2>
      <p className="small muted">{t("talksHint")}</p>
      <form method="post" action={`/api/registrations/${registration.id}/prove`}>
        <input type="hidden" name="locale" value={locale} />
        <Button type="submit" variant="match" block>
          {t("talksLink")}
        </Button>
      </form>
    </Card>
  );
}

/** Talks, devices, and the forms about the seat. One that was refused because it is gone says so in its place. */
function Beside({ open, over, ...props }: MyRegistrationProps & { open: boolean; over: boolean }) {
  const { registration, refused, locale } = props;
  const { status, talksOptIn, attendance } = registration;
  const colleague = refused?.entered.form === "colleague" ? refused : undefined;
  return (
    <aside className="stack sticky">
      {status === "confirmed" && talksOptIn && !over ? <TalksCard {...props} /> : null}
      {props.certificate ? (
        <MyCertificateCard certificate={props.certificate} registrationId={registration.id} locale={locale} />
      ) : null}
      {open && attendance === "online" ? <TechnicalTestCard locale={locale} /> : null}
      {open ? <MyRegistrationSeat {...props} /> : null}
      {open || colleague ? (
        <MyRegistrationColleague {...props} seats={open ? props.seats : undefined} refused={colleague} />
      ) : null}
      {open ? <MyRegistrationCancel {...props} /> : null}
    </aside>
  );
}

/** One registration as its owner sees it: where it stands, the way in, what can be changed, and the way out. */
export function MyRegistrationView(props: MyRegistrationProps) {
  const { registration, network, others, series, present, locale, now } = props;
  const t = useTranslations("registration.mine");
  const { event, status } = registration;
  const over = isEventOver(event, now);
  const enters = status === "confirmed" && isRoomOpen(event, now);
  const open = isHeld(registration) && !over;
  const { refused } = props;
  const form = refused?.entered.form;
  return (
    <div className="net evtop" style={networkStyle(network?.colour)}>
      <div className="wrap section">
        <div className="cols cols--side">
          <div className="stack gap-8">
            <MyRegistrationState {...props} />
            {over ? null : <MyRegistrationOffer {...props} />}
            {enters ? (
              <ButtonLink variant="primary" size="lg" href={href(locale, `/room/${event.slug}`)}>
                {t("enter")}
              </ButtonLink>
            ) : null}
            {props.feedback ? <MyFeedbackCard feedback={props.feedback} locale={locale} /> : null}
            <TicketCard {...props} over={over} />
            {open ? (
              <>
                <ClashNote clashes={props.clashes} />
                <MyRegistrationForm {...props} refused={form ? undefined : refused} />
              </>
            ) : null}
            <MaterialList materials={props.materials} language={event.language} />
            <WhoIsThere {...present} />
            {others.length > 0 ? (
              <MoreEvents
                others={others}
                again={{ registrationId: registration.id }}
                locale={locale}
                series={series}
              />
            ) : null}
          </div>
          <Beside {...props} open={open} over={over} />
        </div>
      </div>
    </div>
  );
}
