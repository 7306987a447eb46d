"use client";

import { X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type CaptionProblem, captionProblemOf } from "@/components/room/captions/caption-problem";
import { Button } from "@/components/ui/button";
import { captionLanguage } from "@/domain/interaction/schema/captions";
import { isUnproven } from "@/domain/rooms/rules";
import { localeOf } from "@/lib/i18n/locales";
import { refusalOf } from "@/realtime/client/ports";
import { useDocuments, useSession } from "@/realtime/hooks/use-room-session";

/** For hosts: who writes down what is spoken, and in which language. */
export function CaptionWriters() {
  const t = useTranslations("room.captions");
  const { set, problem } = useSetWriter();
  const writers = useDocuments((documents) => documents.captionWriters);
  return (
    <details className="rm-fold">
      <summary>{t("writers")}</summary>
      <div className="rm-fold__body">
        <p className="rm-hint">{t("writersHint")}</p>
        {problem ? (
          <p className="rm-problem" role="alert">
            {t(`reasons.${problem}`)}
          </p>
        ) : null}
        <ul>
          {writers.map(({ admissionId, name, language }) => (
            <li key={admissionId} className="rm-row">
              <span className="rm-grow">
                {name} · {t(language)}
              </span>
              <button
                type="button"
                className="rm-icon-btn"
                aria-label={t("dismiss", { name })}
                onClick={() => void set(admissionId, null)}
              >
                <X className="icon icon--sm" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
        <Appoint onAppoint={set} />
      </div>
    </details>
  );
}

type SetWriter = (admissionId: string, language: "de" | "en" | null) => Promise<void>;

function useSetWriter(): { set: SetWriter; problem: CaptionProblem | null } {
  const { documents } = useSession();
  const [problem, setProblem] = useState<CaptionProblem | null>(null);
  const set: SetWriter = async (admissionId, language) => {
    const reply = await documents.send("captions/writers", { admissionId, language }, "captions");
    setProblem(captionProblemOf(refusalOf(reply)));
  };
  return { set, problem };
}

function Appoint({ onAppoint }: { onAppoint: SetWriter }) {
  const t = useTranslations("room.captions");
  const id = useId();
  const locale = localeOf(useLocale());
  const people = useDocuments((documents) => documents.people);
  const writers = useDocuments((documents) => documents.captionWriters);
  const [chosen, choose] = useState("");
  const [language, setLanguage] = useState<"de" | "en">(locale);
  const open = people.filter(
    ({ admissionId, role, name }) =>
      name !== "" && !isUnproven(role) && !writers.some((one) => one.admissionId === admissionId),
  );
  const person = open.find(({ admissionId }) => admissionId === chosen) ?? open[0];
  if (!person) return null;
  return (
    <div className="rm-writing">
      <label htmlFor={`${id}-person`}>{t("person")}</label>
      <select
        id={`${id}-person`}
        className="input"
        value={person.admissionId}
        onChange={({ target }) => choose(target.value)}
      >
        {open.map(({ admissionId, name }) => (
          <option key={admissionId} value={admissionId}>
            {name}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-language`}>{t("language")}</label>
      <select
        id={`${id}-language`}
        className="input"
        value={language}
        onChange={({ target }) => setLanguage(captionLanguage.catch(language).parse(target.value))}
      >
        {captionLanguage.options.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
      <Button variant="soft" onClick={() => void onAppoint(person.admissionId, language)}>
        {t("appoint")}
      </Button>
    </div>
  );
}
