import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { changeLegalTextsAction, changeLookAction, changeRetentionAction } from "@/actions/alliance";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField, ActionTextArea, ActionTile } from "@/components/desk/answered-form";
import { InBoth } from "@/components/desk/in-both";
import { LogoForm } from "@/components/office/logo-form";
import { Card } from "@/components/ui/card";
import { NetworkMark } from "@/components/ui/network-mark";
import type { NetworkView } from "@/domain/alliance/queries";
import { networkColours } from "@/domain/alliance/rules";
import { networkLimits } from "@/lib/privacy/retention";

type Part = { network: NetworkView };
type LookProps = ComponentProps<typeof LogoForm>;
const save = { variant: "secondary", size: "sm" } as const;

/** How the network shows itself, what it says about the law, and how long it keeps what. */
export function Look(props: LookProps) {
  const { network } = props;
  return (
    <div className="deskcols">
      <div className="stack gap-6">
        <LookForm network={network} />
        <LegalForm network={network} />
      </div>
      <aside className="stack gap-6">
        <LogoForm {...props} />
        <RetentionForm network={network} />
      </aside>
    </div>
  );
}

function LookForm({ network }: Part) {
  const t = useTranslations("office.look");
  const colours = [...new Set<string>([network.colour, ...networkColours])];
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      <ActionForm action={changeLookAction} submit={t("save")} look={save} done={t("saved")} id="look">
        <input type="hidden" name="networkId" value={network.id} />
        <ActionField label={t("name")} name="name" maxLength={100} required defaultValue={network.name} />
        <ActionField
          label={t("mark")}
          hint={t("markHint")}
          name="mark"
          maxLength={2}
          required
          defaultValue={network.mark}
        />
        <fieldset className="tiles tiles--small">
          <legend className="field__label">{t("colour")}</legend>
          {colours.map((colour) => (
            <ActionTile key={colour} name="colour" value={colour} defaultChecked={colour === network.colour}>
              <NetworkMark mark={network.mark} colour={colour} />
              <small className="num">{colour}</small>
            </ActionTile>
          ))}
        </fieldset>
        <p className="small muted">{t("colourHint")}</p>
        <InBoth
          name="summary"
          labels={{ de: t("summaryDe"), en: t("summaryEn") }}
          words={{ de: network.summaryDe, en: network.summaryEn }}
          rows={3}
          maxLength={600}
        />
        <ActionField
          label={t("contactEmail")}
          name="contactEmail"
          type="email"
          required
          defaultValue={network.contactEmail}
        />
      </ActionForm>
    </section>
  );
}

const texts = ["imprintDe", "imprintEn", "privacyDe", "privacyEn", "termsDe", "termsEn"] as const;

function LegalForm({ network }: Part) {
  const t = useTranslations("office.legal");
  return (
    <section className="stack gap-3">
      <h2 className="text-xl">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      <ActionForm action={changeLegalTextsAction} submit={t("save")} look={save} done={t("saved")} id="legal">
        <input type="hidden" name="networkId" value={network.id} />
        {texts.map((name) => (
          <ActionTextArea
            key={name}
            label={t(name)}
            name={name}
            rows={4}
            maxLength={20_000}
            defaultValue={network[name]}
          />
        ))}
      </ActionForm>
    </section>
  );
}

const numbers = [
  { name: "keptRegistrations", limit: "registrations" },
  { name: "keptSensitive", limit: "sensitive" },
  { name: "keptChat", limit: "chat" },
] as const;

function RetentionForm({ network }: Part) {
  const t = useTranslations("office.retention");
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("hint")}</p>
      <ActionForm action={changeRetentionAction} submit={t("save")} look={save} done={t("saved")} id="kept">
        <input type="hidden" name="networkId" value={network.id} />
        {numbers.map(({ name, limit }) => (
          <ActionField
            key={name}
            label={t(limit)}
            hint={t("between", networkLimits[limit])}
            name={name}
            inputMode="numeric"
            defaultValue={network[name] ?? ""}
          />
        ))}
      </ActionForm>
    </Card>
  );
}
