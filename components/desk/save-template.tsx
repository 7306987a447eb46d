import { useTranslations } from "next-intl";
import { saveTemplateAction } from "@/actions/planning";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField } from "@/components/desk/answered-form";
import type { EventDetail } from "@/components/programme/event-views";

/** Keeps the event as a template of its network; the name is its title unless one says otherwise. */
export function SaveTemplate({ event }: { event: EventDetail }) {
  const t = useTranslations("templates");
  return (
    <details className="card card--sm">
      <summary className="strong small">{t("entry.title")}</summary>
      <p className="small muted my-2">{t("entry.hint")}</p>
      <ActionForm
        id="template"
        action={saveTemplateAction}
        submit={t("entry.submit")}
        look={{ variant: "secondary", size: "sm" }}
        done={t("entry.saved")}
      >
        <input type="hidden" name="eventId" value={event.id} />
        <ActionField
          label={t("shelf.name")}
          name="name"
          required
          maxLength={80}
          defaultValue={event.title.slice(0, 80)}
        />
      </ActionForm>
    </details>
  );
}
