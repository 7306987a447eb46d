import { useTranslations } from "next-intl";
import { ActionCheck, ActionField, ActionSelect, ActionTextArea } from "@/components/desk/answered-form";
import type { RunItem } from "@/domain/programme/queries/run-of-show";
import { roomModes } from "@/domain/programme/schema";

type FieldsProps = { item: RunItem | undefined };

/** Where an item stands among parallel ones, and where and how it takes place. */
export function TrackFields({ item }: FieldsProps) {
  const t = useTranslations("organizer.agenda");
  const m = useTranslations("public.modes");
  const modes = [
    { value: "", label: t("modeOfEvent") },
    ...roomModes.map((value) => ({ value, label: m(value) })),
  ];
  return (
    <>
      <div className="cols cols--2">
        <ActionField
          label={t("track")}
          hint={t("trackHint")}
          name="track"
          maxLength={60}
          defaultValue={item?.track ?? ""}
        />
        <ActionField label={t("place")} name="place" maxLength={120} defaultValue={item?.place ?? ""} />
      </div>
      <ActionSelect label={t("mode")} name="mode" options={modes} defaultValue={item?.mode ?? ""} />
    </>
  );
}

/** What only the team sees of an item. */
export function TeamFields({ item }: FieldsProps) {
  const t = useTranslations("organizer.agenda");
  return (
    <fieldset className="plainset stack gap-3">
      <legend className="strong small">{t("team")}</legend>
      <ActionCheck
        name="isInternal"
        value="on"
        defaultChecked={item?.isInternal ?? false}
        label={t("isInternal")}
        hint={t("isInternalHint")}
      />
      <div className="cols cols--2">
        <ActionField label={t("scene")} name="scene" maxLength={200} defaultValue={item?.scene ?? ""} />
        <ActionField label={t("crew")} name="crew" maxLength={140} defaultValue={item?.crew ?? ""} />
      </div>
      <ActionTextArea label={t("notes")} name="notes" rows={2} defaultValue={item?.notes ?? ""} />
    </fieldset>
  );
}
