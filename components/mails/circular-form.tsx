import { useTranslations } from "next-intl";
import { saveCircularAction } from "@/actions/notifications";
import { ActionForm } from "@/components/desk/action-form";
import { ActionCheck, ActionField, ActionTextArea } from "@/components/desk/answered-form";
import { CircularChips } from "@/components/mails/circular-chips";
import { Card } from "@/components/ui/card";
import type { CircularView } from "@/domain/notifications/queries/circulars";
import {
  circularButtons,
  circularPresences,
  circularPurposes,
  circularStatuses,
} from "@/domain/notifications/schema";
import type { Locale } from "@/lib/i18n/locales";

type CircularFormProps = {
  eventId: string;
  /** Undefined for a new message. */
  circular?: CircularView;
  /** Of the list of messages, without language prefix. */
  path: string;
  locale: Locale;
};

/** Who gets it, what it says in one language or both, and where its button leads. */
export function CircularForm({ eventId, circular, path, locale }: CircularFormProps) {
  const t = useTranslations("mails.circular.form");
  return (
    <Card className="stack gap-3" id="write">
      <h2 className="text-lg">{circular ? t("change") : t("title")}</h2>
      <ActionForm action={saveCircularAction} submit={t("save")} look={{ variant: "primary" }}>
        <input type="hidden" name="eventId" value={eventId} />
        <input type="hidden" name="circularId" value={circular?.id ?? ""} />
        <input type="hidden" name="back" value={path} />
        <input type="hidden" name="locale" value={locale} />
        <Audience circular={circular} />
        <CircularChips fallback="bodyDe" />
        <Text language="De" hint={t("bodyHint")} circular={circular} />
        <Text language="En" hint={t("otherHint")} circular={circular} />
      </ActionForm>
    </Card>
  );
}

type TextProps = Pick<CircularFormProps, "circular"> & { language: "De" | "En"; hint: string };

/** Subject and text in one language. */
function Text({ circular, language, hint }: TextProps) {
  const t = useTranslations("mails.circular.form");
  const [subject, body] = [`subject${language}`, `body${language}`] as const;
  return (
    <>
      <ActionField
        label={t(subject)}
        name={subject}
        type="text"
        maxLength={140}
        defaultValue={circular?.[subject] ?? ""}
      />
      <ActionTextArea
        label={t(body)}
        hint={hint}
        name={body}
        rows={8}
        maxLength={8_000}
        defaultValue={circular?.[body] ?? ""}
      />
    </>
  );
}

type Value =
  | (typeof circularPresences)[number]
  | (typeof circularPurposes)[number]
  | (typeof circularButtons)[number];
type Choice = { name: "presence" | "purpose" | "button"; all: readonly Value[]; chosen: Value };

/** Boxes and round choices, so that a refused form keeps what was ticked. */
function Audience({ circular }: { circular: CircularView | undefined }) {
  const t = useTranslations("mails.circular.form");
  const statuses = circular?.statuses ?? ["confirmed"];
  const choices: readonly Choice[] = [
    { name: "presence", all: circularPresences, chosen: circular?.presence ?? "anyone" },
    { name: "purpose", all: circularPurposes, chosen: circular?.purpose ?? "event" },
    { name: "button", all: circularButtons, chosen: circular?.button ?? "none" },
  ];
  return (
    <>
      <fieldset className="fil" id="statuses">
        <legend>{t("statuses")}</legend>
        <div className="choices">
          {circularStatuses.map((status) => (
            <ActionCheck
              key={status}
              name="statuses"
              value={status}
              defaultChecked={statuses.includes(status)}
              label={t(`statusWords.${status}`)}
            />
          ))}
        </div>
        <p className="small muted">{t("statusesHint")}</p>
      </fieldset>
      {choices.map(({ name, all, chosen }) => (
        <fieldset key={name} className="fil">
          <legend>{t(name)}</legend>
          <div className="choices">
            {all.map((value) => (
              <ActionCheck
                key={value}
                type="radio"
                name={name}
                value={value}
                defaultChecked={value === chosen}
                label={t(`choices.${value}`)}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}
