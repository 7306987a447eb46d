import { useTranslations } from "next-intl";
import { removePollAction, savePollAction } from "@/actions/interaction";
import { ActionForm } from "@/components/desk/action-form";
import { ActionField, ActionSelect, ActionTextArea } from "@/components/desk/answered-form";
import { EntryForm } from "@/components/desk/edit-list";
import { TakeAlong } from "@/components/desk/take-along";
import { PollResult } from "@/components/polls/poll-result";
import type { EventDetail } from "@/components/programme/event-views";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { DeskPoll } from "@/domain/interaction/queries/polls";
import { pollKinds } from "@/domain/interaction/schema/polls";
import { csvFormats } from "@/lib/csv/formats";
import type { Locale } from "@/lib/i18n/locales";

type PollsDeskProps = {
  event: EventDetail;
  polls: readonly DeskPoll[];
  mayManage: boolean;
  locale: Locale;
  path: string;
};

/** What will be asked and what came of it; launching is done in the room, where somebody is to answer. */
export function PollsDesk({ event, polls, mayManage, locale, path }: PollsDeskProps) {
  const t = useTranslations("polls");
  const launched = polls.filter(({ result }) => result !== null);
  const drafts = polls.filter(({ result }) => result === null);
  return (
    <div className="stack gap-5">
      <p className="small muted">{t("lead")}</p>
      {polls.length === 0 ? <p className="muted">{t("empty")}</p> : null}
      {launched.map((poll) => (
        <Launched key={poll.id} poll={poll} language={event.language} />
      ))}
      {launched.length > 0 ? <PollsFile {...{ eventId: event.id, locale, path }} /> : null}
      {drafts.length > 0 ? (
        <section className="stack gap-3">
          <h2 className="text-xl">{t("drafts")}</h2>
          <ul className="editlist">
            {drafts.map((poll) => (
              <Draft key={poll.id} {...{ event, poll, mayManage }} />
            ))}
          </ul>
        </section>
      ) : null}
      {mayManage ? (
        <details className="editadd">
          <summary>
            <Icon name="plus" />
            {t("new")}
          </summary>
          <div className="editrow__form">
            <PollForm event={event} />
          </div>
        </details>
      ) : null}
    </div>
  );
}

function Launched({ poll, language }: { poll: DeskPoll; language: string }) {
  const t = useTranslations("polls");
  return (
    <Card className="stack gap-3">
      <div className="row gap-2">
        <h2 className="text-lg" lang={language}>
          {poll.question}
        </h2>
        <Badge>{t(`states.${poll.state}`)}</Badge>
        {poll.shared ? <Badge tone="primary">{t("shared")}</Badge> : null}
      </div>
      {poll.result ? <PollResult poll={poll} result={poll.result} correct={poll.correct} /> : null}
    </Card>
  );
}

type DraftProps = { event: EventDetail; poll: DeskPoll; mayManage: boolean };

function Draft({ event, poll, mayManage }: DraftProps) {
  const t = useTranslations("polls");
  const head = (
    <>
      <span lang={event.language}>{poll.question}</span>
      <span className="small muted editrow__meta">
        {[t(`kinds.${poll.kind}`), poll.options.join(" · ")].filter(Boolean).join(", ")}
      </span>
    </>
  );
  if (!mayManage) return <li className="editrow">{head}</li>;
  return (
    <li className="editrow">
      <details>
        <summary>
          <Icon name="pencil" />
          <span className="grow">{head}</span>
        </summary>
        <div className="editrow__form">
          <PollForm event={event} poll={poll} />
        </div>
      </details>
      <div className="editrow__tools">
        <ActionForm
          action={removePollAction}
          submit={<Icon name="trash" />}
          submitLabel={t("removeName", { question: poll.question })}
          look={{ variant: "quiet", size: "sm", icon: true }}
          className="editrow__tool"
        >
          <input type="hidden" name="eventId" value={event.id} />
          <input type="hidden" name="pollId" value={poll.id} />
        </ActionForm>
      </div>
    </li>
  );
}

function PollForm({ event, poll }: { event: EventDetail; poll?: DeskPoll }) {
  const t = useTranslations("polls");
  return (
    <EntryForm
      save={savePollAction}
      add={t("save")}
      eventId={event.id}
      entry={{ field: "pollId", id: poll?.id, fresh: "new-poll" }}
      names={{ kind: t("kind") }}
    >
      <ActionSelect
        label={t("kind")}
        name="kind"
        options={pollKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        defaultValue={poll?.kind ?? "single"}
      />
      <ActionField
        label={t("question")}
        name="question"
        required
        maxLength={300}
        defaultValue={poll?.question ?? ""}
      />
      <ActionTextArea
        label={t("answers")}
        hint={t("answersHint")}
        name="answers"
        rows={5}
        defaultValue={poll?.lines ?? ""}
      />
    </EntryForm>
  );
}

function PollsFile({ eventId, locale, path }: { eventId: string; locale: Locale; path: string }) {
  const t = useTranslations("polls.export");
  return (
    <TakeAlong
      {...{ path, locale, title: t("title"), note: t("note") }}
      action={`/api/events/${eventId}/polls-file`}
      formats={csvFormats.toReversed().map((value) => ({ value, label: t(value) }))}
    />
  );
}
