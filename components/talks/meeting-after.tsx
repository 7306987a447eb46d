import { useTranslations } from "next-intl";
import { type RefusedForm, useMissing } from "@/components/registration/field-errors";
import type { MeetingPart } from "@/components/talks/meeting-parts";
import { TalkForm } from "@/components/talks/talk-form";
import { othersText } from "@/components/talks/talk-names";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { TextArea } from "@/components/ui/text-area";
import { OWN_NOTE_LENGTH } from "@/domain/matchmaking/rules/afterwards";
import { href } from "@/lib/i18n/href";

/** Giving one's address to the others; as a file the addresses of those who have done the same. */
export function ExchangeContacts({ meeting, course, locale, me }: MeetingPart) {
  const t = useTranslations("talks.contact");
  const { mine, said, open } = course.contact;
  const isWanted = said.length > 0;
  const given = othersText(locale, meeting, said);
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("text", othersText(locale, meeting))}</p>
      {isWanted ? <p role="status">{t(mine ? "both" : "wanted", given)}</p> : null}
      {mine && open.length > 0 ? <p role="status">{t("given", othersText(locale, meeting, open))}</p> : null}
      {mine && isWanted ? (
        <ButtonLink href={`/api/meetings/${meeting.meetingId}/contact`}>
          <Icon name="download" size="sm" />
          {t("download", given)}
        </ButtonLink>
      ) : null}
      <TalkForm
        meetingId={meeting.meetingId}
        door="contact"
        {...{ locale, me }}
        back={`/me/talks/${meeting.meetingId}`}
      >
        <Button type="submit" name="share" value={mine ? "no" : "yes"}>
          {mine ? t("take") : t(isWanted ? "agree" : "share", othersText(locale, meeting))}
        </Button>
      </TalkForm>
    </Card>
  );
}

type OwnNoteProps = MeetingPart & { refused: RefusedForm | undefined };

/** What one notes of a talk; nobody else reads it. */
export function OwnNote({ meeting, course, locale, me, refused }: OwnNoteProps) {
  const t = useTranslations("talks.ownNote");
  const { meetingId } = meeting;
  const typed = refused?.entered.meetingId === meetingId ? refused : undefined;
  const errorOf = useMissing(typed);
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <TalkForm door="note" back={`/me/talks/${meetingId}`} {...{ meetingId, locale, me }}>
        <input type="hidden" name="meetingId" value={meetingId} />
        <TextArea
          label={t("label")}
          hint={t("text")}
          name="text"
          rows={4}
          maxLength={OWN_NOTE_LENGTH}
          defaultValue={typed ? typed.entered.text : course.note}
          error={errorOf("text")}
        />
        <Button type="submit">{t("save")}</Button>
      </TalkForm>
    </Card>
  );
}

/** Another talk with the same person: the request is written already. */
export function FollowUp({ meeting, locale }: Pick<MeetingPart, "meeting" | "locale">) {
  const t = useTranslations("talks.followUp");
  const query = new URLSearchParams({
    event: meeting.event.slug,
    with: meeting.partner.personId,
    after: meeting.meetingId,
  });
  return (
    <Card className="stack gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      <p className="small muted">{t("text")}</p>
      <ButtonLink href={href(locale, `/me/talks/ask?${query}`)}>{t("ask")}</ButtonLink>
    </Card>
  );
}
