"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { splitCheckInCode } from "@/lib/check-in-code";
import type { Id } from "@/lib/ids";
import { useClock, useDoorPlace } from "./door-context";
import { DoorForm } from "./door-form";
import type { Deed } from "./door-session";
import { type DoorPerson, findPeople } from "./find-people";

type PersonRowProps = { person: DoorPerson; code: string | undefined; onLetIn: (deed: Deed) => void };

function PersonRow({ person, code, onLetIn }: PersonRowProps) {
  const t = useTranslations("checkin");
  const clock = useClock();
  const deed: { code: string } | { registrationId: Id<"registration"> } = code
    ? { code }
    : { registrationId: person.id };
  return (
    <li className="doorrow">
      <div className="grow">
        <b>{person.name}</b>
        {person.organisation ? <div className="small muted">{person.organisation}</div> : null}
      </div>
      {person.standing === "welcome" ? null : (
        <Badge tone="warning">{t(`standing.${person.standing}`)}</Badge>
      )}
      {person.arrival ? (
        <Badge tone="success">{t(`since.${person.arrival.how}`, { time: clock(person.arrival.at) })}</Badge>
      ) : null}
      {person.arrival?.how === "door" || person.standing !== "welcome" ? null : (
        <DoorForm path="" fields={{ ...deed }} onSend={() => onLetIn(deed)}>
          <Button
            type="submit"
            variant="primary"
            size="sm"
            aria-label={t("letInName", { name: person.name })}
          >
            {t("letIn")}
          </Button>
        </DoorForm>
      )}
    </li>
  );
}

type PeopleSearchProps = {
  people: readonly DoorPerson[];
  /** What the address searches for. */
  query: string;
  /** Of this page, with language prefix. */
  page: string;
  onLetIn: (deed: Deed) => void;
};

/** Finds people by name; a hand scanner that types a code here lets in at once. */
export function PeopleSearch({ people, query, page, onLetIn }: PeopleSearchProps) {
  const t = useTranslations("checkin");
  const { locale } = useDoorPlace();
  const [typed, setTyped] = useState(query);
  const found = findPeople(people, typed);
  const code = splitCheckInCode(typed) ? typed.trim() : undefined;
  return (
    <details className="dooract" open={query !== ""}>
      <summary className="btn btn--secondary">
        <Icon name="search" />
        {t("searchTitle")}
      </summary>
      <form
        className="doorsearch"
        method="get"
        action={page}
        onSubmit={(event) => {
          event.preventDefault();
          if (!code) return;
          onLetIn({ code });
          setTyped("");
        }}
      >
        <Field
          label={t("search")}
          hint={t("searchHint")}
          name="q"
          type="search"
          autoComplete="off"
          enterKeyHint="search"
          lang={locale}
          maxLength={100}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          fieldClassName="grow"
        />
        <noscript>
          <Button type="submit">{t("find")}</Button>
        </noscript>
      </form>
      {typed.trim() !== "" && found.length === 0 ? <Empty icon="search" title={t("nobody")} /> : null}
      {found.length > 0 ? (
        <ul className="plain doorrows">
          {found.map((person) => (
            <PersonRow key={person.id} {...{ person, code, onLetIn }} />
          ))}
        </ul>
      ) : null}
    </details>
  );
}
