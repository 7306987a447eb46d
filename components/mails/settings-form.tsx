import { useTranslations } from "next-intl";
import { changeMailSettingsAction } from "@/actions/notifications";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField } from "@/components/desk/answered-form";
import { Card } from "@/components/ui/card";
import type { DeskSettings } from "@/domain/notifications/queries/settings";

const boxes = ["dayBefore", "hourBefore", "liveNow", "thanks"] as const;

/** What the event writes by itself, besides what a registration needs and nobody can switch off. */
export function SettingsForm({ eventId, settings }: { eventId: string; settings: DeskSettings }) {
  const t = useTranslations("mails.settings");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("always")}</p>
      <ActionForm
        action={changeMailSettingsAction}
        submit={t("save")}
        look={{ variant: "secondary", size: "sm" }}
        done={t("saved")}
        id="settings"
      >
        <input type="hidden" name="eventId" value={eventId} />
        {boxes.map((box) => (
          <ActionCheck key={box} name={box} value="on" defaultChecked={settings[box]} label={t(box)} />
        ))}
        <ActionField
          label={t("feedbackUrl")}
          hint={t("feedbackHint")}
          name="feedbackUrl"
          type="url"
          inputMode="url"
          maxLength={500}
          defaultValue={settings.feedbackUrl ?? ""}
        />
        <ActionCheck name="hold" value="on" defaultChecked={settings.hold} label={t("hold")} />
        <p className="small muted">{t("holdHint")}</p>
        {settings.review && !settings.mayWaive ? (
          <>
            <input type="hidden" name="review" value="on" />
            <p className="small muted">{t("reviewStays")}</p>
          </>
        ) : (
          <>
            <ActionCheck name="review" value="on" defaultChecked={settings.review} label={t("review")} />
            <p className="small muted">{t("reviewHint")}</p>
          </>
        )}
      </ActionForm>
    </Card>
  );
}
