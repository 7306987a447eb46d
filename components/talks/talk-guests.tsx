import { useTranslations } from "next-intl";
import { FormOf } from "@/components/talks/form-of";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { OnceField } from "@/components/ui/once-field";
import { Select } from "@/components/ui/select";
import type { GuestView, TalkGuests } from "@/domain/matchmaking/queries/talk-invitations";
import type { Locale } from "@/lib/i18n/locales";
import "./talks.css";

type GuestsProps = {
  meetingId: string;
  guests: TalkGuests;
  locale: Locale;
  /** Whose page it stands on, where somebody is signed in. */
  me?: string | undefined;
};
type Person = TalkGuests["people"][number];

const said = ({ name, organisation }: Person) => (organisation ? `${name}, ${organisation}` : name);

function PersonLine({ person, children }: { person: Person; children?: React.ReactNode }) {
  return (
    <li className="row between gap-3 py-2 talkrow">
      <div className="person">
        <Avatar name={person.name} seed={person.personId} />
        <div>
          <b>{person.name}</b>
          <p className="small muted">{person.organisation}</p>
        </div>
      </div>
      {children}
    </li>
  );
}

type ActProps = { action: string; answer?: "yes" | "no"; label: string; spoken: string; strong?: boolean };

/** One answer as a form of its own: a link never acts, and it works without a script. */
function Act({
  action,
  answer,
  label,
  spoken,
  strong,
  ...where
}: ActProps & { back: string; locale: Locale; me: string | undefined }) {
  return (
    <form method="post" action={action}>
      <OnceField />
      <input type="hidden" name="locale" value={where.locale} />
      <input type="hidden" name="back" value={where.back} />
      <FormOf me={where.me} />
      {answer ? <input type="hidden" name="answer" value={answer} /> : null}
      <Button type="submit" size="sm" variant={strong ? "match" : "quiet"} aria-label={spoken}>
        {label}
      </Button>
    </form>
  );
}

function Guest({ guest, meetingId, locale, me }: { guest: GuestView } & Omit<GuestsProps, "guests">) {
  const t = useTranslations("talks.group");
  const { invitationId, person, state, isMine, awaitsMe } = guest;
  const where = { back: `/me/talks/${meetingId}`, locale, me };
  const door = `/api/talk-invitations/${invitationId}`;
  const { name } = person;
  const isOpen = state === "proposed" || state === "offered";
  return (
    <PersonLine person={person}>
      <div className="row gap-2">
        {awaitsMe ? (
          <>
            <Act
              {...where}
              action={`${door}/agree`}
              answer="yes"
              strong
              label={t("agree")}
              spoken={t("agreeNamed", { name })}
            />
            <Act
              {...where}
              action={`${door}/agree`}
              answer="no"
              label={t("refuse")}
              spoken={t("refuseNamed", { name })}
            />
          </>
        ) : (
          <Badge>{t(`states.${state}`)}</Badge>
        )}
        {isMine && isOpen ? (
          <Act
            {...where}
            action={`${door}/withdraw`}
            label={t("withdraw")}
            spoken={t("withdrawNamed", { name })}
          />
        ) : null}
      </div>
    </PersonLine>
  );
}

function Invite({ meetingId, guests, locale, me }: GuestsProps) {
  const t = useTranslations("talks.group");
  const { candidates } = guests;
  return (
    <details className="fold">
      <summary>{t("invite")}</summary>
      <form className="stack gap-3" method="post" action={`/api/meetings/${meetingId}/invite`}>
        <OnceField />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="back" value={`/me/talks/${meetingId}`} />
        <FormOf me={me} />
        <p className="small muted">{t(guests.isAlone ? "hintAlone" : "hint")}</p>
        <Select
          label={t("person")}
          name="personId"
          required
          options={[
            { value: "", label: t("choose") },
            ...candidates.map((person) => ({ value: person.personId, label: said(person) })),
          ]}
        />
        <Button type="submit" variant="match">
          {t("send")}
        </Button>
      </form>
    </details>
  );
}

/** Who else is in a talk, who was asked to come, and the way to ask one more; nothing for a talk of two that stays so. */
export function TalkGuestsCard(props: GuestsProps) {
  const { meetingId, guests, locale, me } = props;
  const t = useTranslations("talks.group");
  const { people, guests: asked, candidates, mayInvite } = guests;
  const isGroup = people.length > 1;
  if (!isGroup && asked.length === 0 && !mayInvite) return null;
  return (
    <Card className="stack gap-4">
      {isGroup ? (
        <section>
          <h2 className="text-base">{t("people")}</h2>
          <ul className="divided">
            {people.map((person) => (
              <PersonLine key={person.personId} person={person} />
            ))}
          </ul>
        </section>
      ) : null}
      {asked.length > 0 ? (
        <section>
          <h2 className="text-base">{t("guests")}</h2>
          <ul className="divided">
            {asked.map((guest) => (
              <Guest key={guest.invitationId} {...{ guest, meetingId, locale, me }} />
            ))}
          </ul>
        </section>
      ) : null}
      {mayInvite && candidates.length > 0 ? <Invite {...props} /> : null}
      {mayInvite && candidates.length === 0 ? <p className="small muted">{t("nobody")}</p> : null}
    </Card>
  );
}
