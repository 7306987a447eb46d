import { useTranslations } from "next-intl";
import { ActionCheck, ActionSelect } from "@/components/desk/answered-form";
import { answerOptions } from "@/components/registration/answer-options";
import { Notice } from "@/components/ui/notice";
import type { CircularView } from "@/domain/notifications/queries/circulars";
import {
  circularAttendances,
  circularButtons,
  circularPresences,
  circularPurposes,
  circularStatuses,
} from "@/domain/notifications/schema";
import type { AnswerChoice } from "@/domain/registration/queries/by-answer";
import type { Locale } from "@/lib/i18n/locales";

/** By what people of this event can be told apart, beside their state. */
export type Segments = {
  tags: readonly string[];
  answers: readonly AnswerChoice[];
  /** Whether people can come on site. */
  isHybrid: boolean;
};
type AudienceProps = { circular: CircularView | undefined; segments: Segments; locale: Locale };

type Value =
  | (typeof circularPresences)[number]
  | (typeof circularAttendances)[number]
  | (typeof circularPurposes)[number]
  | (typeof circularButtons)[number];
type Choice = {
  name: "presence" | "attendance" | "purpose" | "button";
  all: readonly Value[];
  chosen: Value;
};

/** Who gets a message. Boxes and round choices, so that a refused form keeps what was ticked. */
export function CircularAudience({ circular, segments, locale }: AudienceProps) {
  const t = useTranslations("mails.circular.form");
  const statuses = circular?.statuses ?? ["confirmed"];
  const attendance = circular?.attendance ?? "all";
  return (
    <>
      {circular?.picked ? <Notice tone="info">{t("picked")}</Notice> : null}
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
      <Choices name="presence" all={circularPresences} chosen={circular?.presence ?? "anyone"} />
      {segments.isHybrid || attendance !== "all" ? (
        <Choices name="attendance" all={circularAttendances} chosen={attendance} />
      ) : null}
      <Segment {...{ circular, segments, locale }} />
      <Choices name="purpose" all={circularPurposes} chosen={circular?.purpose ?? "event"} />
      <Choices name="button" all={circularButtons} chosen={circular?.button ?? "none"} />
    </>
  );
}

function Choices({ name, all, chosen }: Choice) {
  const t = useTranslations("mails.circular.form");
  return (
    <fieldset className="fil">
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
  );
}

/** By a word of the office, and by one answer; neither where the event has none. */
function Segment({ circular, segments: { tags, answers }, locale }: AudienceProps) {
  const t = useTranslations("mails.circular.form");
  const tag = circular?.tag ?? "";
  const known = tag === "" || tags.includes(tag) ? tags : [...tags, tag];
  const anyone = { value: "", label: t("whatever") };
  return (
    <>
      {known.length > 0 ? (
        <ActionSelect
          label={t("tag")}
          name="tag"
          defaultValue={tag}
          options={[anyone, ...known.map((one) => ({ value: one, label: one }))]}
        />
      ) : null}
      {answers.length > 0 ? (
        <ActionSelect
          label={t("answer")}
          hint={t("answerHint")}
          name="answer"
          defaultValue={circular?.questionId ? `${circular.questionId}:${circular.answer}` : ""}
          options={[anyone, ...answerOptions(answers, locale, t("agreed"))]}
        />
      ) : null}
    </>
  );
}
