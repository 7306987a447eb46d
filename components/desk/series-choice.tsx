import { useTranslations } from "next-intl";
import { placeEventAction } from "@/actions/series";
import { ActionForm } from "@/components/desk/action-form";
import { ActionSelect } from "@/components/desk/answered-form";
import type { EventDetail } from "@/components/programme/event-views";
import { Card } from "@/components/ui/card";

type ChoiceProps = { event: EventDetail; series: readonly { id: string; title: string }[] };

/** Into which week an event belongs; only where its network plans or hosts one. */
export function SeriesChoice({ event, series }: ChoiceProps) {
  const t = useTranslations("series.choice");
  if (series.length === 0) return null;
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <ActionForm
        action={placeEventAction}
        submit={t("save")}
        submitLabel={t("saveNamed")}
        look={{ variant: "secondary", size: "sm" }}
        done={t("saved")}
        id="series"
        names={{ seriesId: t("label") }}
      >
        <input type="hidden" name="eventId" value={event.id} />
        <ActionSelect
          label={t("label")}
          hint={t("hint")}
          name="seriesId"
          defaultValue={event.seriesId ?? ""}
          options={[
            { value: "", label: t("none") },
            ...series.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      </ActionForm>
    </Card>
  );
}
