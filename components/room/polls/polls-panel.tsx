"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ListLoading } from "@/components/room/loading-note";
import { LIST_ID } from "@/components/room/polls/keep-focus";
import { PollEditor } from "@/components/room/polls/poll-editor";
import { PollItem } from "@/components/room/polls/poll-item";
import { Button } from "@/components/ui/button";
import { useRights } from "@/realtime/hooks/use-place";
import { useDocuments } from "@/realtime/hooks/use-room-session";

/** The event's polls, the newest first; hosts prepare, launch, close and share them here. */
export function PollsPanel() {
  const t = useTranslations("polls");
  const { moderate } = useRights();
  const known = useDocuments((documents) => documents.known.has("polls"));
  const polls = useDocuments((documents) => documents.polls);
  const launched = polls.filter(({ state }) => state !== "draft").toReversed();
  const drafts = moderate ? polls.filter(({ state }) => state === "draft") : [];
  return (
    <div id={LIST_ID} tabIndex={-1} className="rm-panel__body">
      {known ? null : <ListLoading />}
      {known && launched.length + drafts.length === 0 ? <p className="rm-hint">{t("empty")}</p> : null}
      {moderate && launched.length > 0 ? <p className="rm-hint">{t("hostsHint")}</p> : null}
      {launched.map((poll) => (
        <PollItem key={poll.id} poll={poll} />
      ))}
      {drafts.length > 0 ? <h3>{t("drafts")}</h3> : null}
      {drafts.map((poll) => (
        <PollItem key={poll.id} poll={poll} />
      ))}
      {moderate ? <NewPoll /> : null}
    </div>
  );
}

function NewPoll() {
  const t = useTranslations("polls");
  const [open, setOpen] = useState(false);
  if (open) return <PollEditor onDone={() => setOpen(false)} />;
  return (
    <Button block onClick={() => setOpen(true)}>
      {t("new")}
    </Button>
  );
}
