"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { namedProblems } from "@/components/registration/named-problems";
import type { FieldProblem } from "@/components/ui/error-summary";
import { chosenIn, heavyFiles, type Weighing } from "@/components/ui/heavy-files";
import { LiveErrorSummary } from "@/components/ui/live-error-summary";
import { askedOf, pickedIn, type Question } from "@/domain/forms/rules";
import type { Locale } from "@/lib/i18n/locales";

type QuestionLogicProps = {
  questions: readonly Question[];
  locale: Locale;
  /** Above what is wrong. */
  title: string;
  /** Words for what can be wrong, by key. */
  says: Record<string, string>;
  weighing: Weighing;
  children: ReactNode;
};

/** The form around, or the part of the page where its preview stands. */
const groundOf = (frame: HTMLElement): HTMLElement => frame.closest("form") ?? frame;

/** Marks in the page which questions are asked, as its fields stand. */
function markAsked(frame: HTMLElement, questions: readonly Question[]): void {
  const picked = pickedIn(questions, (field) =>
    [...frame.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name="${field}"]`)]
      .filter((control) => control instanceof HTMLSelectElement || control.checked)
      .map(({ value }) => value)
      .filter(Boolean),
  );
  const asked = new Set<string>(askedOf(questions, picked).map(({ id }) => id));
  for (const part of frame.querySelectorAll<HTMLElement>("[data-question]"))
    part.dataset.asked = asked.has(part.dataset.question ?? "") ? "yes" : "no";
}

type Check = (form: HTMLFormElement) => FieldProblem[];

/** The schema of the answers, as the command has it; loaded when somebody begins to fill in the form. */
async function loadCheck({
  questions,
  locale,
  says,
}: Pick<QuestionLogicProps, "questions" | "locale" | "says">): Promise<Check> {
  const { answersSchema } = await import("@/domain/answers/schema");
  const schema = answersSchema(questions);
  return (form) => {
    const data = new FormData(form);
    const posted = Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.getAll(name)]));
    const single = Object.entries(posted).map(([name, all]) => [name, all.length === 1 ? all[0] : all]);
    const read = schema.safeParse(Object.fromEntries(single));
    if (read.success) return [];
    const problems = read.error.issues.map(({ path, message }) => ({
      field: path.join("."),
      text: says[message] ?? says.required ?? "",
    }));
    return namedProblems(problems, questions, locale);
  };
}

/** All that is wrong with a form: of a file that is too large it is said which, and nothing else about its field. */
function problemsOf(form: HTMLElement, check: Check | undefined, weighing: Weighing): FieldProblem[] {
  if (!(form instanceof HTMLFormElement)) return [];
  const heavy = heavyFiles(chosenIn(form), weighing);
  const named = new Set(heavy.map(({ field }) => field));
  return [...heavy, ...(check?.(form) ?? []).filter(({ field }) => !named.has(field))];
}

/** Hides what is not asked, and tells before posting what is wrong; without it the server does both. */
export function QuestionLogic({ questions, locale, title, says, weighing, children }: QuestionLogicProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  useEffect(() => {
    const own = frame.current;
    if (!own) return;
    const ground = groundOf(own);
    const left = new AbortController();
    let check: Check | undefined;
    let loading = false;
    const mark = () => markAsked(own, questions);
    const load = async () => {
      if (loading) return;
      loading = true;
      check = await loadCheck({ questions, locale, says });
    };
    const submit = (event: Event) => {
      const found = problemsOf(ground, check, weighing);
      setProblems(found);
      if (found.length > 0) event.preventDefault();
    };
    const { signal } = left;
    ground.addEventListener("change", mark, { signal });
    ground.addEventListener("focusin", load, { signal });
    ground.addEventListener("submit", submit, { signal });
    // What the browser has filled in by itself after going back.
    mark();
    return () => left.abort();
  }, [questions, locale, says, weighing]);
  return (
    <div className="questions" ref={frame}>
      {problems.length > 0 ? <LiveErrorSummary title={title} problems={problems} attempt={problems} /> : null}
      {children}
    </div>
  );
}
