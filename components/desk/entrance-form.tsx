import { useTranslations } from "next-intl";
import { changeEntranceAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck } from "@/components/desk/answered-form";
import type { EventDetail } from "@/components/programme/event-views";
import { Card } from "@/components/ui/card";
import { memberWays } from "@/domain/policy";

/** For whom an event is: everybody, or members, and who counts as one. */
export function EntranceForm({ event }: { event: EventDetail }) {
  const t = useTranslations("organizer.entrance");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <ActionForm
        action={changeEntranceAction}
        submit={t("save")}
        look={{ variant: "secondary", size: "sm" }}
        done={t("saved")}
        id="entrance"
      >
        <input type="hidden" name="eventId" value={event.id} />
        <ActionCheck
          name="membersOnly"
          value="on"
          defaultChecked={event.membersOnly}
          label={t("membersOnly")}
          hint={t("membersOnlyHint")}
        />
        <fieldset className="fil">
          <legend>{t("by")}</legend>
          {memberWays.map((way) => (
            <ActionCheck
              key={way}
              name="membersBy"
              value={way}
              defaultChecked={event.membersBy.includes(way)}
              label={t(way)}
              {...(way === "asking" ? { hint: t("askingHint") } : {})}
            />
          ))}
        </fieldset>
        <p className="small muted">{t("codes")}</p>
      </ActionForm>
    </Card>
  );
}
