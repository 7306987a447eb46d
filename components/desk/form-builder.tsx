import { useTranslations } from "next-intl";
import { moveQuestionAction, removeQuestionAction } from "@/actions/forms";
import { EditList, EditRow } from "@/components/desk/edit-list";
import { QuestionForm } from "@/components/desk/question-form";
import type { EventDetail } from "@/components/programme/event-views";
import { Notice } from "@/components/ui/notice";
import { type Stage, stages } from "@/domain/forms/labels";
import type { DeskQuestion } from "@/domain/forms/queries";
import { wordsIn } from "@/domain/forms/rules";
import { isEditable } from "@/domain/programme/rules";
import type { Locale } from "@/lib/i18n/locales";

type FormBuilderProps = { event: EventDetail; form: readonly DeskQuestion[]; locale: Locale };

/** What a folded question says of itself: its kind and what is special about it. */
function useQuestionMeta(question: DeskQuestion): string {
  const t = useTranslations("questions");
  return [
    t(`kinds.${question.kind}`),
    question.required ? t("builder.mandatory") : "",
    question.sensitive ? t("builder.confidential") : "",
    question.showIf.length > 0 ? t("builder.conditional") : "",
    question.answers > 0 ? t("builder.answered", { count: question.answers }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function QuestionHead({ question, locale }: { question: DeskQuestion; locale: Locale }) {
  const meta = useQuestionMeta(question);
  return (
    <>
      <b>{wordsIn(question.label, locale)}</b>
      <span className="small muted editrow__meta">{meta}</span>
    </>
  );
}

type StageListProps = FormBuilderProps & { stage: Stage; asked: readonly DeskQuestion[] };

/** The questions of one stage. What follows a registration can wait for answers that were given with it. */
function StageList({ event, stage, asked, locale }: StageListProps) {
  const t = useTranslations("questions.builder");
  const own = asked.filter((question) => question.stage === stage);
  const above = asked.filter((question) => question.stage === "registration" || stage === "followUp");
  return (
    <EditList
      title={t(stage === "followUp" ? "followUpTitle" : "title")}
      hint={t(stage === "followUp" ? "followUpHint" : "hint")}
      empty={t(stage === "followUp" ? "followUpEmpty" : "empty")}
      add={t(stage === "followUp" ? "addFollowUp" : "add")}
      rows={own.map((question, index) => (
        <EditRow
          key={question.id}
          name={wordsIn(question.label, locale)}
          head={<QuestionHead question={question} locale={locale} />}
          move={moveQuestionAction}
          remove={removeQuestionAction}
          ids={{ eventId: event.id, questionId: question.id }}
          isFirst={index === 0}
          isLast={index === own.length - 1}
        >
          <QuestionForm
            eventId={event.id}
            question={question}
            earlier={asked.slice(0, asked.indexOf(question))}
            stage={stage}
            locale={locale}
          />
        </EditRow>
      ))}
    >
      <QuestionForm eventId={event.id} earlier={above} stage={stage} locale={locale} />
    </EditList>
  );
}

/** The questions of an event's form: add, change, move, take off. Each of these is a form of its own, with buttons. */
export function FormBuilder({ event, form, locale }: FormBuilderProps) {
  const t = useTranslations("questions.builder");
  const asked = form.filter(({ isArchived }) => !isArchived);
  const archived = form.filter(({ isArchived }) => isArchived);
  if (!isEditable(event.status)) return <Notice>{t("closed")}</Notice>;
  return (
    <div className="stack gap-6">
      {stages.map((stage) => (
        <StageList key={stage} {...{ event, form, stage, asked, locale }} />
      ))}
      {archived.length > 0 ? (
        <section className="stack gap-2">
          <h2 className="text-lg">{t("archived")}</h2>
          <p className="small muted">{t("archivedHint")}</p>
          <ul className="divided">
            {archived.map((question) => (
              <li key={question.id} className="py-2">
                <QuestionHead question={question} locale={locale} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
