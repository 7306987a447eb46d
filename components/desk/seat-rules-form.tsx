import { useTranslations } from "next-intl";
import { changeSeatRulesAction } from "@/actions/registration";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField } from "@/components/desk/answered-form";
import { SeatRulesPreview } from "@/components/desk/seat-rules-preview";
import type { EventDetail } from "@/components/programme/event-views";
import { Card } from "@/components/ui/card";

/** How seats are given: at once or by hand, to everybody or to invited people, with an offer or without. */
export function SeatRulesForm({ event }: { event: EventDetail }) {
  const t = useTranslations("organizer.seatRules");
  const { approval, invitationOnly, offerHours, switchHours, onsite } = event.seats;
  const { confirmMembers, confirmDomains, membersFirst, invitedFirst } = event.seats;
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <ActionForm
        action={changeSeatRulesAction}
        submit={t("save")}
        look={{ variant: "secondary", size: "sm" }}
        done={t("saved")}
        id="rules"
      >
        <input type="hidden" name="eventId" value={event.id} />
        <ActionCheck
          name="approval"
          value="on"
          defaultChecked={approval}
          label={t("approval")}
          hint={t("approvalHint")}
        />
        <ActionCheck
          name="confirmMembers"
          value="on"
          defaultChecked={confirmMembers}
          label={t("confirmMembers")}
        />
        <ActionField
          label={t("confirmDomains")}
          hint={t("confirmDomainsHint")}
          name="confirmDomains"
          defaultValue={confirmDomains.join(", ")}
        />
        <ActionCheck name="membersFirst" value="on" defaultChecked={membersFirst} label={t("membersFirst")} />
        <ActionCheck name="invitedFirst" value="on" defaultChecked={invitedFirst} label={t("invitedFirst")} />
        <ActionCheck
          name="invitationOnly"
          value="on"
          defaultChecked={invitationOnly}
          label={t("invitationOnly")}
        />
        <ActionField
          label={t("offerHours")}
          hint={t("offerHoursHint")}
          name="offerHours"
          inputMode="numeric"
          defaultValue={offerHours ?? ""}
        />
        {onsite ? (
          <ActionField
            label={t("switchHours")}
            hint={t("switchHoursHint")}
            name="switchHours"
            inputMode="numeric"
            defaultValue={switchHours}
          />
        ) : (
          <input type="hidden" name="switchHours" value={switchHours} />
        )}
      </ActionForm>
      <SeatRulesPreview event={event} />
    </Card>
  );
}
