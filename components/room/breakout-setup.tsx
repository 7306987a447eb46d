"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { NumberField } from "@/components/room/number-field";
import { RoomsFile } from "@/components/room/rooms-file";
import { Button } from "@/components/ui/button";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { type BreakoutRule, breakoutRules } from "@/domain/rooms/schema";
import { localeOf } from "@/lib/i18n/locales";
import { refusalOf } from "@/realtime/client/ports";
import { useSession } from "@/realtime/hooks/use-room-session";
import { roundQuestions } from "@/realtime/room-api";

type Failing = { onFailure: (reason: string | null) => void };
/** Rooms that are there before anybody is in them. */
const EMPTY = new Set<BreakoutRule>(["by_hand", "free_choice"]);

/** A new round: the rule, how many in a room, how long. It becomes a draft first, so that people can be moved. */
export function BreakoutSetup({ onFailure }: Failing) {
  const t = useTranslations("room.breakouts");
  const session = useSession();
  const [rule, setRule] = useState<BreakoutRule>("random_pairs");
  const [title, setTitle] = useState("");
  const [size, setSize] = useState(2);
  const [minutes, setMinutes] = useState(20);
  const [allowReturn, setAllowReturn] = useState(true);
  const [questionId, setQuestionId] = useState<string | null>(null);
  const isEmpty = EMPTY.has(rule);
  const common = { title: title.trim(), durationSeconds: minutes * 60, allowReturn };
  const prepare = async () => {
    const rooms = Array.from({ length: isEmpty ? size : 0 }, (_, index) => ({
      label: String(index + 1),
      admissionIds: [],
    }));
    const question = rule === "answer" ? { questionId } : {};
    const round = { ...common, rule, groupSize: Math.max(2, size), rooms, ...question };
    const reply = await session.act("rounds", round);
    if (reply.ok) setTitle("");
    onFailure(refusalOf(reply));
  };
  const segments = breakoutRules.map((value) => ({ value, label: t(value) }));
  return (
    <div className="rm-setup">
      <label className="rm-number">
        <span>{t("setTitle")}</span>
        <input
          className="input"
          value={title}
          maxLength={80}
          onChange={(change) => setTitle(change.target.value)}
        />
      </label>
      <Segmented label={t("rule")} segments={segments} value={rule} onChange={setRule} />
      {rule === "answer" ? <QuestionField value={questionId} onChange={setQuestionId} /> : null}
      <div className="rm-row">
        <NumberField
          label={isEmpty ? t("roomCount") : t("size")}
          value={size}
          range={[2, 50]}
          onChange={setSize}
        />
        <NumberField label={t("minutes")} value={minutes} range={[1, 60]} onChange={setMinutes} />
      </div>
      <Switch
        label={t("allowReturn")}
        checked={allowReturn}
        onChange={(change) => setAllowReturn(change.target.checked)}
      />
      <Button variant="primary" block onClick={() => void prepare()}>
        {t("draft")}
      </Button>
      {rule === "by_hand" ? <RoomsFile common={common} onFailure={onFailure} /> : null}
    </div>
  );
}

type QuestionFieldProps = { value: string | null; onChange: (id: string | null) => void };

/** By whose answers people are put together: the form's questions with answers to choose from. */
function QuestionField({ value, onChange }: QuestionFieldProps) {
  const t = useTranslations("room.breakouts");
  const locale = localeOf(useLocale());
  const session = useSession();
  const [questions, setQuestions] = useState<{ value: string; label: string }[] | null>(null);
  useEffect(() => {
    let isGone = false;
    void session.documents.fetch("sets", roundQuestions, ({ questions: found }) => {
      if (isGone) return;
      setQuestions(found.map(({ id, label }) => ({ value: id, label: label[locale] || label.de })));
      onChange(found[0]?.id ?? null);
    });
    return () => {
      isGone = true;
    };
  }, [session, locale, onChange]);
  if (questions?.length === 0) return <p className="rm-hint">{t("noQuestions")}</p>;
  return (
    <Select
      name="breakout-question"
      label={t("question")}
      options={questions ?? []}
      value={value ?? ""}
      onChange={(change) => onChange(change.target.value)}
    />
  );
}
