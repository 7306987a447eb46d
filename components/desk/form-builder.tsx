import { useTranslations } from "next-intl";
import { moveQuestionAction, removeQuestionAction } from "@/actions/forms";
import { EditList, EditRow } from "@/components/desk/edit-list";
import { QuestionForm } from "@/components/desk/question-form";
import type { EventDetail } from "@/components/programme/event-views";
import { Notice } from "@/components/ui/notice";
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

/** The questions of an event's form: add, change, move, take off. Each of these is a form of its own, with buttons. */
export function FormBuilder({ event, form, locale }: FormBuilderProps) {
  const t = useTranslations("questions.builder");
  const asked = form.filter(({ isArchived }) => !isArchived);
  const archived = form.filter(({ isArchived }) => isArchived);
  if (!isEditable(event.status)) return <Notice>{t("closed")}</Notice>;
  return (
    <div className="stack gap-6">
      <EditList
        title={t("title")}
        hint={t("hint")}
        empty={t("empty")}
        add={t("add")}
        rows={asked.map((question, index) => (
          <EditRow
            key={question.id}
            name={wordsIn(question.label, locale)}
            head={<QuestionHead question={question} locale={locale} />}
            move={moveQuestionAction}
            remove={removeQuestionAction}
            ids={{ eventId: event.id, questionId: question.id }}
            isFirst={index === 0}
            isLast={index === asked.length - 1}
          >
            <QuestionForm
              eventId={event.id}
              question={question}
              earlier={asked.slice(0, index)}
              locale={locale}
            />
          </EditRow>
        ))}
      >
        <QuestionForm eventId={event.id} earlier={asked} locale={locale} />
      </EditList>
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
