import { useTranslations } from "next-intl";
import { archiveTemplateAction, updateTemplateAction } from "@/actions/planning";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField } from "@/components/desk/answered-form";
import { TemplateFacts } from "@/components/desk/template-facts";
import { Icon } from "@/components/ui/icon";
import type { TemplateView } from "@/domain/planning/queries/templates";

/** One template of the shelf: unfolds to what can be changed of it; beside it the way into the archive and back. */
export function TemplateRow({ template }: { template: TemplateView }) {
  const t = useTranslations("templates.shelf");
  const { id, name, isArchived, plan } = template;
  return (
    <li className="editrow">
      {isArchived ? (
        <p className="py-3">
          {name} <TemplateFacts plan={plan} />
        </p>
      ) : (
        <details>
          <summary>
            <Icon name="pencil" />
            <span className="grow">
              {name} <TemplateFacts plan={plan} />
            </span>
          </summary>
          <div className="editrow__form">
            <TemplateForm template={template} />
          </div>
        </details>
      )}
      <div className="editrow__tools">
        <ActionForm
          action={archiveTemplateAction}
          submit={isArchived ? t("restore") : t("archive")}
          submitLabel={isArchived ? t("restoreNamed", { name }) : t("archiveNamed", { name })}
          look={{ variant: "quiet", size: "sm" }}
          className="editrow__tool"
        >
          <input type="hidden" name="templateId" value={id} />
          <input type="hidden" name="archived" value={isArchived ? "no" : "yes"} />
        </ActionForm>
      </div>
    </li>
  );
}

function TemplateForm({ template: { id, name, plan } }: { template: TemplateView }) {
  const t = useTranslations("templates.shelf");
  const event = useTranslations("organizer.event");
  const isHybrid = plan.place !== null || plan.seats.onsiteCapacity !== null;
  return (
    <ActionForm
      id={id}
      action={updateTemplateAction}
      submit={t("save")}
      submitLabel={t("saveNamed", { name })}
      look={{ variant: "secondary", size: "sm" }}
      done={t("saved")}
    >
      <input type="hidden" name="templateId" value={id} />
      <ActionField label={t("name")} name="name" required maxLength={80} defaultValue={name} />
      <div className="cols cols--2">
        <ActionField
          label={event("duration")}
          name="minutes"
          type="number"
          min={5}
          defaultValue={plan.minutes}
        />
        <ActionField
          label={isHybrid ? event("capacityOnline") : event("capacity")}
          hint={event("capacityHint")}
          name="capacity"
          inputMode="numeric"
          defaultValue={plan.seats.capacity ?? ""}
        />
        {isHybrid ? (
          <ActionField
            label={event("capacityOnsite")}
            hint={event("capacityOnsiteHint")}
            name="onsiteCapacity"
            inputMode="numeric"
            defaultValue={plan.seats.onsiteCapacity ?? ""}
          />
        ) : null}
      </div>
      <ActionCheck
        name="waitlist"
        value="on"
        defaultChecked={plan.seats.waitlist}
        label={event("waitlist")}
      />
      <ActionCheck name="membersOnly" value="on" defaultChecked={plan.membersOnly} label={t("membersOnly")} />
    </ActionForm>
  );
}
