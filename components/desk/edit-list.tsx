import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/desk/action-form";
import type { AnsweredFormProps } from "@/components/desk/answered-form";
import type { FieldNames } from "@/components/registration/field-names";
import { Icon } from "@/components/ui/icon";
import type { FormState } from "@/domain/kernel/form";
import type { Id } from "@/lib/ids";

type Changed = { eventId: Id<"event"> };
type Action = (state: FormState<Changed>, form: FormData) => Promise<FormState<Changed>>;

type EditRowProps = {
  /** What the spoken names of the buttons call this row. */
  name: string;
  /** The row while it is folded. */
  head: ReactNode;
  move: Action;
  remove: Action;
  /** Hidden fields that say which row it is. */
  ids: Record<string, string>;
  isFirst: boolean;
  isLast: boolean;
  /** The form that changes the row. */
  children: ReactNode;
};

/** One row of a list at the desk: unfolds to its form; three buttons move it by one place or take it off. */
export function EditRow({ name, head, move, remove, ids, isFirst, isLast, children }: EditRowProps) {
  const t = useTranslations("organizer.lists");
  const hidden = Object.entries(ids).map(([field, value]) => (
    <input key={field} type="hidden" name={field} value={value} />
  ));
  const moves = [
    { direction: "up", isEnd: isFirst },
    { direction: "down", isEnd: isLast },
  ] as const;
  const tool = { variant: "quiet", size: "sm", icon: true } as const;
  return (
    <li className="editrow">
      <details>
        <summary>
          <Icon name="pencil" />
          <span className="grow">{head}</span>
        </summary>
        <div className="editrow__form">{children}</div>
      </details>
      <div className="editrow__tools">
        {moves.map(({ direction, isEnd }) => (
          <ActionForm
            key={direction}
            action={move}
            submit={<Icon name={`arrow-${direction}`} />}
            submitLabel={t(direction, { name })}
            look={{ ...tool, ...(isEnd ? { className: "is-end" } : {}) }}
            className="editrow__tool"
          >
            {hidden}
            <input type="hidden" name="direction" value={direction} />
          </ActionForm>
        ))}
        <ActionForm
          action={remove}
          submit={<Icon name="trash" />}
          submitLabel={t("remove", { name })}
          look={tool}
          className="editrow__tool"
        >
          {hidden}
        </ActionForm>
      </div>
    </li>
  );
}

type EntryFormProps<Value> = {
  save: AnsweredFormProps<Value>["action"];
  /** What the button says as long as there is no entry yet. */
  add: string;
  eventId: string;
  /** Which entry is changed, by the field that says so; a new one is none. */
  entry: { field: string; id: string | undefined; fresh: string };
  names?: FieldNames;
  children: ReactNode;
};

/** The form of an entry of such a list, or of one more. */
export function EntryForm<Value>({ save, add, eventId, entry, names = {}, children }: EntryFormProps<Value>) {
  const { field, id, fresh } = entry;
  const t = useTranslations("organizer.event");
  return (
    <ActionForm
      action={save}
      submit={id ? t("save") : add}
      look={{ variant: "secondary", size: "sm" }}
      done={t("saved")}
      id={id ?? fresh}
      names={names}
    >
      <input type="hidden" name="eventId" value={eventId} />
      {id ? <input type="hidden" name={field} value={id} /> : null}
      {children}
    </ActionForm>
  );
}

/** The list with its heading, what it says while empty, and the form for one more. */
export function EditList({
  id,
  title,
  hint,
  empty,
  add,
  rows,
  children,
}: {
  /** Of the list on its page, for links to it. */
  id?: string;
  title: string;
  hint?: string;
  empty: string;
  add: string;
  rows: readonly ReactNode[];
  /** The form that adds a row. */
  children: ReactNode;
}) {
  return (
    <section id={id} className="stack gap-3">
      <h2 className="text-xl">{title}</h2>
      {hint ? <p className="small muted">{hint}</p> : null}
      {rows.length > 0 ? <ol className="editlist">{rows}</ol> : <p className="small muted">{empty}</p>}
      <details className="editadd">
        <summary>
          <Icon name="plus" />
          {add}
        </summary>
        <div className="editrow__form">{children}</div>
      </details>
    </section>
  );
}
