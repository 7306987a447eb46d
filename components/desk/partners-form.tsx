import { useTranslations } from "next-intl";
import { shareEventAction } from "@/actions/programme";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionSelect } from "@/components/desk/answered-form";
import { Card } from "@/components/ui/card";
import type { Partner } from "@/domain/programme/queries/partners";

type PartnersProps = { eventId: string; partners: readonly Partner[] };

/** Other networks that host an event: named on its page, with access to its desk, or both; each said on its own. */
export function PartnersForm({ eventId, partners }: PartnersProps) {
  const t = useTranslations("organizer.partners");
  const [have, others] = [
    partners.filter(({ shown, hasAccess }) => shown || hasAccess),
    partners.filter(({ shown, hasAccess }) => !shown && !hasAccess),
  ];
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      {have.map((partner) => (
        <ActionForm
          key={partner.id}
          action={shareEventAction}
          submit={t("save")}
          submitLabel={t("saveNamed", { network: partner.name })}
          look={{ variant: "secondary", size: "sm" }}
          id={partner.id}
        >
          <b>{partner.name}</b>
          <input type="hidden" name="eventId" value={eventId} />
          <input type="hidden" name="networkId" value={partner.id} />
          <Boxes {...partner} />
        </ActionForm>
      ))}
      {others.length > 0 ? (
        <details className="editadd">
          <summary>{t("add")}</summary>
          <ActionForm
            action={shareEventAction}
            submit={t("addThis")}
            look={{ variant: "secondary", size: "sm" }}
            id="partner"
          >
            <input type="hidden" name="eventId" value={eventId} />
            <ActionSelect
              label={t("network")}
              name="networkId"
              options={[
                { value: "", label: t("choose") },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              required
            />
            <Boxes shown hasAccess={false} />
          </ActionForm>
        </details>
      ) : null}
    </Card>
  );
}

function Boxes({ shown, hasAccess }: Pick<Partner, "shown" | "hasAccess">) {
  const t = useTranslations("organizer.partners");
  return (
    <>
      <ActionCheck name="shown" value="on" defaultChecked={shown} label={t("shown")} />
      <ActionCheck
        name="hasAccess"
        value="on"
        defaultChecked={hasAccess}
        label={t("hasAccess")}
        hint={t("hasAccessHint")}
      />
    </>
  );
}
