import { useTranslations } from "next-intl";
import { useFieldErrors } from "@/components/registration/field-errors";
import type { MyRegistrationProps } from "@/components/registration/my-registration-view";
import { NameField, OrganisationField } from "@/components/registration/name-fields";
import { RefusedSummary } from "@/components/registration/refused-summary";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHead } from "@/components/ui/card";
import { Check } from "@/components/ui/check";
import { listedTo } from "@/domain/registration/schema";

type Choice = { name: string; value: string; label: string };

/** Both answers are posted, because an unticked box would be absent, and what is absent stays as it is. */
function Choices({ legend, hint, chosen, choices, match }: ChoicesProps) {
  return (
    <fieldset className="field">
      <legend className="field__label">{legend}</legend>
      {hint ? <span className="field__hint">{hint}</span> : null}
      {choices.map((choice) => (
        <Check
          key={choice.value}
          type="radio"
          match={match}
          name={choice.name}
          value={choice.value}
          label={choice.label}
          defaultChecked={choice.value === chosen}
        />
      ))}
    </fieldset>
  );
}
type ChoicesProps = {
  legend: string;
  hint?: string;
  chosen: string;
  choices: readonly Choice[];
  match?: boolean;
};

/** Name, organisation, talks, and who may see that one takes part. */
export function MyRegistrationForm({ registration, hasTalks, locale, refused }: MyRegistrationProps) {
  const t = useTranslations("registration.mine");
  const { problems, errorOf } = useFieldErrors(refused);
  const entered = refused?.entered ?? {};
  return (
    <Card flush>
      <CardHead>
        <h2>{t("details")}</h2>
      </CardHead>
      <CardBody>
        <form
          className="form"
          method="post"
          action={`/api/registrations/${registration.id}/change`}
          noValidate
        >
          <input type="hidden" name="locale" value={locale} />
          <RefusedSummary refused={refused} problems={problems} />
          <NameField value={entered.name ?? registration.name} error={errorOf("name")} />
          <OrganisationField
            value={entered.organisation ?? registration.organisation}
            error={errorOf("organisation")}
          />
          {hasTalks ? (
            <Choices
              match
              legend={t("talks")}
              chosen={entered.talksOptIn ?? (registration.talksOptIn ? "on" : "off")}
              choices={(["on", "off"] as const).map((value) => ({
                name: "talksOptIn",
                value,
                label: t(`talksChoice.${value}`),
              }))}
            />
          ) : null}
          <Choices
            legend={t("listed")}
            hint={t("listedHint")}
            chosen={entered.listed ?? registration.listed}
            choices={listedTo.map((value) => ({ name: "listed", value, label: t(value) }))}
          />
          <Button type="submit" variant="secondary">
            {t("save")}
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
