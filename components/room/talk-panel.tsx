"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { postTalk } from "@/components/room/post-talk";
import { TalkContact } from "@/components/room/talk-contact";
import { useThisTalk } from "@/components/room/use-talks";
import { ReasonLines } from "@/components/talks/reason-lines";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { OWN_NOTE_LENGTH } from "@/domain/matchmaking/rules/afterwards";
import { localeOf } from "@/lib/i18n/locales";
import type { RoomTalk } from "@/realtime/room-api";

/** Beside a talk: with whom, why it fits, one's own note, and the exchange of contacts. */
export function TalkPanel() {
  const talk = useThisTalk();
  if (!talk) return <div className="rm-panel__body" />;
  return <Partner key={talk.meetingId} talk={talk} />;
}

function Partner({ talk }: { talk: RoomTalk }) {
  const t = useTranslations("talks");
  const locale = localeOf(useLocale());
  const { partner, reasons } = talk;
  return (
    <div className="rm-panel__body">
      <div className="rm-partner rm-partner--panel">
        <Avatar name={partner.name} seed={partner.personId} size="md" />
        <div>
          <b>{partner.name}</b>
          {partner.organisation ? <p>{partner.organisation}</p> : null}
        </div>
      </div>
      {reasons.length > 0 ? (
        <section className="rm-why" aria-label={t("reason.title")}>
          <h3>{t("reason.title")}</h3>
          <ReasonLines reasons={reasons} partner={partner} locale={locale} />
        </section>
      ) : null}
      <Note talk={talk} />
      <section className="rm-why" aria-label={t("contact.title")}>
        <h3>{t("contact.title")}</h3>
        <TalkContact talk={talk} />
      </section>
    </div>
  );
}

/** Saved by a button: what is typed beside a talk must not vanish by a slip, nor be sent with every letter. */
function Note({ talk }: { talk: RoomTalk }) {
  const t = useTranslations("talks.ownNote");
  const tDone = useTranslations("talks.done");
  const tRoom = useTranslations("room.talk");
  const [text, setText] = useState(talk.note);
  const [state, setState] = useState<"open" | "saved" | "failed">("open");
  const save = async () => {
    const reply = await postTalk(talk.meetingId, "note", { text });
    setState(reply.ok ? "saved" : "failed");
  };
  return (
    <form
      className="rm-why"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextArea
        label={t("title")}
        hint={t("text")}
        name="text"
        rows={5}
        maxLength={OWN_NOTE_LENGTH}
        value={text}
        onChange={(change) => {
          setText(change.target.value);
          setState("open");
        }}
      />
      <Button type="submit" size="sm">
        {t("save")}
      </Button>
      {state === "saved" ? <p role="status">{tDone("noted")}</p> : null}
      {state === "failed" ? <p role="alert">{tRoom("outcomeFailed")}</p> : null}
    </form>
  );
}
