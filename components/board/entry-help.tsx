import { useTranslations } from "next-intl";
import type { EntryPage } from "@/components/board/board-words";
import { EntryPost } from "@/components/board/entry-post";
import type { RefusedForm } from "@/components/registration/field-errors";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { seeks } from "@/domain/board/rules";
import { CONTACT_NOTE } from "@/domain/board/schema";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";

export type HelpProps = {
  entry: EntryPage;
  /** The reader; undefined for guests. */
  me: string | undefined;
  /** Events with talks that both are in: there the help begins with a talk. */
  talksIn: readonly { slug: string; title: string }[];
  back: string;
  locale: Locale;
  refused: RefusedForm | undefined;
};

/** What became of the reader's own offer. */
function Standing({ contact }: { contact: NonNullable<EntryPage["myContact"]> }) {
  const t = useTranslations("board.entry");
  if (contact.state === "asked") return <Notice tone="match">{t("asked")}</Notice>;
  if (contact.state === "declined") return <Notice>{t("declined")}</Notice>;
  return (
    <Notice tone="success">
      <p>{t.rich("agreed", { email: contact.email ?? "", b: (words) => <b>{words}</b> })}</p>
      {contact.organisation ? <p>{t("agreedFor", { organisation: contact.organisation })}</p> : null}
    </Notice>
  );
}

/** „Ich kann helfen“: by a talk where both are in one event with talks, else by an offer that the other side answers. */
export function EntryHelp({ entry, me, talksIn, back, locale, refused }: HelpProps) {
  const t = useTranslations("board.entry");
  const seeking = seeks(entry.kind);
  if (entry.myContact) return <Standing contact={entry.myContact} />;
  if (entry.state === "solved") return null;
  const title = seeking ? t("helpTitle") : t("interestTitle");
  if (me === undefined)
    return (
      <Card small className="stack gap-3">
        <h2 className="text-lg">{title}</h2>
        <ButtonLink variant="primary" href={href(locale, `/login?next=${encodeURIComponent(back)}`)}>
          {t("signInToAnswer")}
        </ButtonLink>
      </Card>
    );
  return (
    <Card small raised className="stack gap-4">
      <h2 className="text-lg">{title}</h2>
      {talksIn.map((event) => {
        const query = new URLSearchParams({
          event: event.slug,
          with: entry.by.personId ?? "",
          entry: entry.id,
        });
        return (
          <div key={event.slug} className="stack gap-1">
            <ButtonLink variant="match" href={href(locale, `/me/talks/ask?${query}`)}>
              {t("helpTalk")}
            </ButtonLink>
            <span className="small muted">{t("helpTalkAt", { title: event.title })}</span>
          </div>
        );
      })}
      <EntryPost action={`/api/board/entries/${entry.id}/contact`} back={back} locale={locale}>
        <TextArea
          label={t("helpNote")}
          hint={t("helpHint")}
          name="note"
          rows={3}
          maxLength={CONTACT_NOTE}
          defaultValue={refused?.entered.note ?? ""}
        />
        <Button type="submit" variant={talksIn.length > 0 ? "secondary" : "match"}>
          {seeking ? t("helpSend") : t("interestSend")}
        </Button>
      </EntryPost>
    </Card>
  );
}
