import { useTranslations } from "next-intl";
import type { HelpProps } from "@/components/board/entry-help";
import { EntryPost } from "@/components/board/entry-post";
import { FileForm } from "@/components/desk/file-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Select } from "@/components/ui/select";
import { entryOutcomes } from "@/domain/board/labels";
import { MOST_FILES } from "@/domain/board/schema";
import { href } from "@/lib/i18n/href";

type EntryOwnProps = HelpProps & { accept: string };

/** Open, in talks, solved: the buttons that the state allows. */
function States({ entry, back, locale }: EntryOwnProps) {
  const t = useTranslations("board");
  const action = `/api/board/entries/${entry.id}/state`;
  const other = entry.state === "open" ? "in_talks" : "open";
  return (
    <Card small className="stack gap-4">
      <h2 className="text-lg">{t("entry.own")}</h2>
      <ButtonLink href={href(locale, `${back}/edit`)}>{t("entry.change")}</ButtonLink>
      <EntryPost {...{ action, back, locale }}>
        <Button type="submit" name="state" value={other}>
          {other === "open" ? t("entry.reopen") : t("entry.toTalks")}
        </Button>
      </EntryPost>
      {entry.state === "solved" ? null : (
        <EntryPost {...{ action, back, locale }}>
          <Select
            label={t("entry.outcome")}
            name="outcome"
            options={entryOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
          />
          <Button type="submit" name="state" value="solved">
            {t("entry.solve")}
          </Button>
        </EntryPost>
      )}
    </Card>
  );
}

/** Who offers help; addresses stand there once both have agreed. */
function Contacts({ entry, back, locale }: EntryOwnProps) {
  const t = useTranslations("board.entry");
  return (
    <Card small className="stack gap-3">
      <h2 className="text-lg">{t("contacts")}</h2>
      {entry.contacts.length === 0 ? <p className="small muted">{t("noContacts")}</p> : null}
      <ul className="divided">
        {entry.contacts.map(({ id, state, note, name, organisation, email }) => (
          <li key={id} className="stack gap-2 py-3">
            <b>{organisation ? t("from", { name, organisation }) : name}</b>
            {note ? <p className="small bentry__text">{note}</p> : null}
            {state === "agreed" ? (
              <p className="small">{t("contactAgreed", { email: email ?? "" })}</p>
            ) : null}
            {state === "declined" ? <p className="small muted">{t("contactDeclined")}</p> : null}
            {state === "asked" ? (
              <EntryPost
                action={`/api/board/contacts/${id}`}
                back={back}
                locale={locale}
                className="row gap-2"
              >
                <Button type="submit" size="sm" variant="match" name="answer" value="agreed">
                  {t("agree")}
                </Button>
                <Button type="submit" size="sm" variant="quiet" name="answer" value="declined">
                  {t("decline")}
                </Button>
              </EntryPost>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What its side does with an entry: state, contacts, files, and taking it away. */
export function EntryOwn(props: EntryOwnProps) {
  const { entry, back, locale, accept, refused } = props;
  const t = useTranslations("board.entry");
  return (
    <>
      <States {...props} />
      <Contacts {...props} />
      <Card small className="stack gap-3">
        <h2 className="text-lg">{t("files")}</h2>
        {entry.files.map(({ fileId, name }) => (
          <EntryPost
            key={fileId}
            action={`/api/board/entries/${entry.id}/files/remove`}
            back={back}
            locale={locale}
            className="row between gap-2"
          >
            <input type="hidden" name="fileId" value={fileId} />
            <span className="small">{name}</span>
            <Button type="submit" size="sm" variant="danger-quiet" aria-label={t("removeFile", { name })}>
              {t("remove")}
            </Button>
          </EntryPost>
        ))}
        {entry.files.length < MOST_FILES ? (
          <FileForm
            action={`/api/board/entries/${entry.id}/files`}
            back={back}
            locale={locale}
            file={{ label: t("addFile"), hint: t("fileHint"), accept, required: true }}
            submit={t("upload")}
            look={{ size: "sm" }}
            refused={refused?.failure.fields?.file ? refused : undefined}
          />
        ) : null}
      </Card>
      <details className="card card--sm bmore">
        <summary>{t("withdraw")}</summary>
        <EntryPost action={`/api/board/entries/${entry.id}/withdraw`} back={back} locale={locale}>
          <p className="small muted">{t("withdrawHint")}</p>
          <Button type="submit" variant="danger">
            {t("withdraw")}
          </Button>
        </EntryPost>
      </details>
    </>
  );
}
