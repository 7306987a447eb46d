import { useTranslations } from "next-intl";
import { BothZones } from "@/components/talks/both-zones";
import { TalkDone } from "@/components/talks/done-notice";
import { FormOf } from "@/components/talks/form-of";
import { TalkRefusal } from "@/components/talks/refusal";
import { Avatar } from "@/components/ui/avatar";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { OnceField } from "@/components/ui/once-field";
import type { MyInvitation } from "@/domain/matchmaking/queries/talk-invitations";
import { href } from "@/lib/i18n/href";
import type { Locale } from "@/lib/i18n/locales";
import type { Failure } from "@/lib/result";
import "./talks.css";

type InvitationProps = {
  invitation: MyInvitation;
  locale: Locale;
  failure?: Failure | undefined;
  done?: unknown;
  /** Whose page it is, where somebody is signed in. */
  me?: string | undefined;
};

/** Whether the viewer's yes or no is still waited for. */
const isWaiting = ({ part, state }: MyInvitation) => state === (part === "invited" ? "offered" : "proposed");

function Answer({ invitation, locale, me }: InvitationProps) {
  const t = useTranslations("talks.group");
  const { invitationId, part, invited } = invitation;
  const isInvited = part === "invited";
  return (
    <Card raised className="stack gap-4">
      <h2 className="text-lg">{isInvited ? t("answer") : t("otherTitle", { name: invited.name })}</h2>
      <form
        className="slotbuttons"
        method="post"
        action={`/api/talk-invitations/${invitationId}/${isInvited ? "answer" : "agree"}`}
      >
        <OnceField />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="back" value={`/me/talks/invitations/${invitationId}`} />
        <FormOf me={me} />
        <Button type="submit" variant="match" block name="answer" value="yes">
          {t(isInvited ? "come" : "agree")}
        </Button>
        <Button type="submit" variant="quiet" block name="answer" value="no">
          {t("refuse")}
        </Button>
      </form>
      <p className="small muted">{t("until")}</p>
    </Card>
  );
}

function Closed({ invitation, locale }: InvitationProps) {
  const t = useTranslations("talks.group");
  const m = useTranslations("talks.mail");
  const { state, part, invited, phase, meetingId } = invitation;
  // A talk that was called off took its invitations with it.
  const key = state === "proposed" || phase === "cancelled" ? "withdrawn" : state;
  const isIn = phase !== "cancelled" && (part === "other" || state === "accepted");
  return (
    <div className="stack gap-4">
      <Notice tone={state === "accepted" ? "success" : "neutral"} role="status">
        <p>{t(`closed.${key}`, { name: invited.name })}</p>
      </Notice>
      <ButtonLink href={href(locale, isIn ? `/me/talks/${meetingId}` : "/me/talks")}>
        {m(isIn ? "toTalk" : "toTalks")}
      </ButtonLink>
    </div>
  );
}

/** An invitation into a talk, as the link of its mail shows it: who, when, with whom. Opening it answers nothing. */
export function TalkInvitationPage(props: InvitationProps) {
  const { invitation, locale, failure, done } = props;
  const t = useTranslations("talks");
  const { inviter, invited, people, event, part } = invitation;
  const isInvited = part === "invited";
  const shown = isInvited ? inviter : invited;
  const waits = isWaiting(invitation) && invitation.phase !== "cancelled";
  return (
    <div className="wrap wrap--text section--tight stack gap-6">
      <TalkDone done={done} />
      <TalkRefusal failure={waits ? failure : undefined} />
      <div className="person person--lg">
        <Avatar name={shown.name} seed={shown.personId} size="lg" />
        <div>
          <p className="small muted">{event.title}</p>
          <h1>{t(isInvited ? "group.invitedTitle" : "group.otherTitle", { name: shown.name })}</h1>
          <p className="muted">{shown.organisation}</p>
        </div>
      </div>
      <p className="small muted">{t(waits ? "mail.answeringAs" : "group.readingAs", invitation.me)}</p>
      {isInvited ? null : <p>{t("group.otherText", { inviter: inviter.name, name: invited.name })}</p>}
      <section className="stack gap-2">
        <h2 className="text-base">{t("group.when")}</h2>
        <p>
          <BothZones slot={invitation} locale={locale} zone={event.timeZone} ownZone={invitation.ownZone} />
        </p>
      </section>
      <section className="stack gap-2">
        <h2 className="text-base">{t("group.people")}</h2>
        <ul className="stack gap-1">
          {people.map(({ personId, name, organisation }) => (
            <li key={personId}>{organisation ? `${name}, ${organisation}` : name}</li>
          ))}
        </ul>
      </section>
      {waits ? <Answer {...props} /> : <Closed {...props} />}
    </div>
  );
}

/** Invitations that wait for the viewer, above the requests. */
export function WaitingInvitations({
  invitations,
  locale,
}: {
  invitations: readonly MyInvitation[];
  locale: Locale;
}) {
  const t = useTranslations("talks.group");
  if (invitations.length === 0) return null;
  return (
    <section className="stack gap-3 mt-4">
      <h2 className="text-lg">{t("waiting")}</h2>
      <ul className="divided">
        {invitations.map((invitation) => (
          <li key={invitation.invitationId} className="row between gap-3 py-3 talkrow">
            <div>
              <b>{t("waitingLine", { name: invitation.inviter.name })}</b>
              <p className="small muted">
                <BothZones
                  slot={invitation}
                  locale={locale}
                  zone={invitation.event.timeZone}
                  ownZone={invitation.ownZone}
                />
              </p>
            </div>
            <ButtonLink
              size="sm"
              variant="match"
              href={href(locale, `/me/talks/invitations/${invitation.invitationId}`)}
            >
              {t("see")}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
