import { useTranslations } from "next-intl";
import { changeCapacityAction } from "@/actions/registration";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField } from "@/components/desk/answered-form";
import type { EventDetail } from "@/components/programme/event-views";
import { Card } from "@/components/ui/card";

/** How many seats there are, on site too where there is a place, and whether people can wait for one. */
export function SeatsForm({ event }: { event: EventDetail }) {
  const t = useTranslations("organizer.event");
  const isHybrid = event.place !== null || event.seats.onsite !== null;
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("seats")}</h2>
      <ActionForm
        action={changeCapacityAction}
        submit={t("save")}
        look={{ variant: "secondary", size: "sm" }}
        done={t("saved")}
      >
        <input type="hidden" name="eventId" value={event.id} />
        <ActionField
          label={isHybrid ? t("capacityOnline") : t("capacity")}
          hint={t("capacityHint")}
          name="capacity"
          inputMode="numeric"
          defaultValue={event.seats.online.capacity ?? ""}
        />
        {isHybrid ? (
          <ActionField
            label={t("capacityOnsite")}
            hint={t("capacityOnsiteHint")}
            name="onsiteCapacity"
            inputMode="numeric"
            defaultValue={event.seats.onsite?.capacity ?? ""}
          />
        ) : null}
        <ActionCheck name="waitlist" value="on" defaultChecked={event.seats.waitlist} label={t("waitlist")} />
      </ActionForm>
    </Card>
  );
}
