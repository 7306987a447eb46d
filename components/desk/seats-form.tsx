import { useTranslations } from "next-intl";
import { changeCapacityAction } from "@/actions/registration";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField } from "@/components/desk/answered-form";
import type { EventDetail } from "@/components/programme/event-views";
import { Card } from "@/components/ui/card";

/** How many seats there are, and whether people can wait for one. */
export function SeatsForm({ event }: { event: EventDetail }) {
  const t = useTranslations("organizer.event");
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
          label={t("capacity")}
          hint={t("capacityHint")}
          name="capacity"
          inputMode="numeric"
          defaultValue={event.seats.capacity ?? ""}
        />
        <ActionCheck name="waitlist" value="on" defaultChecked={event.seats.waitlist} label={t("waitlist")} />
      </ActionForm>
    </Card>
  );
}
