"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { usePollFailure } from "@/components/room/polls/poll-failure";
import { Button } from "@/components/ui/button";
import { Check } from "@/components/ui/check";
import { useSpeak } from "@/components/ui/live-regions";
import { HIGHEST, LONGEST_WORD, MOST_WORDS } from "@/domain/interaction/schema/polls";
import type { RoomPoll } from "@/realtime/audience-api";
import { useSession } from "@/realtime/hooks/use-room-session";

type Ballot = { picks: number[]; words: string[] };
type AnswerProps = { poll: RoomPoll; onLater?: () => void };

/** One's own answer to an open poll: given, and changed, with one button. */
export function PollAnswer({ poll, onLater }: AnswerProps) {
  const t = useTranslations("polls");
  const { documents } = useSession();
  const speak = useSpeak();
  const failure = usePollFailure();
  const [ballot, setBallot] = useState<Ballot>({
    picks: poll.mine?.picks ?? [],
    words: poll.mine?.words ?? [],
  });
  const isEmpty = ballot.picks.length === 0 && ballot.words.every((word) => word.trim() === "");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isEmpty) return;
    const words = ballot.words.map((word) => word.trim()).filter(Boolean);
    const reply = await documents.send(`polls/${poll.id}/answer`, { ...ballot, words }, "polls");
    if (failure.of(reply) === null) speak(t("answered"));
  };
  return (
    <form className="rm-polleditor" onSubmit={(event) => void send(event)}>
      <fieldset>
        <legend className="sr-only">{poll.question}</legend>
        {poll.kind === "words" ? (
          <WordFields words={ballot.words} onChange={(words) => setBallot({ picks: [], words })} />
        ) : (
          <Choices poll={poll} picks={ballot.picks} onChange={(picks) => setBallot({ picks, words: [] })} />
        )}
      </fieldset>
      {failure.note}
      <div className="rm-actions">
        <Button type="submit" variant="primary" size="sm" aria-disabled={isEmpty}>
          {poll.mine ? t("change") : t("answer")}
        </Button>
        {onLater ? (
          <Button size="sm" onClick={onLater}>
            {t("later")}
          </Button>
        ) : null}
      </div>
      <p className="rm-hint">
        {poll.mine ? t("answered") : t(poll.kind === "words" ? "anonymousWords" : "anonymous")}
      </p>
    </form>
  );
}

type ChoicesProps = { poll: RoomPoll; picks: readonly number[]; onChange: (picks: number[]) => void };

function Choices({ poll, picks, onChange }: ChoicesProps) {
  const t = useTranslations("polls");
  const several = poll.kind === "several";
  const choices =
    poll.kind === "rating"
      ? Array.from({ length: HIGHEST }, (_, index) => {
          const meaning = [poll.options[0], undefined, undefined, undefined, poll.options[1]][index];
          const number = String(index + 1);
          return { pick: index + 1, label: meaning ? t("ratingEnd", { number, meaning }) : number };
        })
      : poll.options.map((label, pick) => ({ pick, label }));
  const toggle = (pick: number) => {
    if (!several) return onChange([pick]);
    onChange(picks.includes(pick) ? picks.filter((one) => one !== pick) : [...picks, pick]);
  };
  return choices.map(({ pick, label }) => (
    <Check
      key={pick}
      type={several ? "checkbox" : "radio"}
      name={`poll-${poll.id}`}
      label={label}
      checked={picks.includes(pick)}
      onChange={() => toggle(pick)}
    />
  ));
}

function WordFields({ words, onChange }: { words: readonly string[]; onChange: (words: string[]) => void }) {
  const t = useTranslations("polls");
  const fields = Array.from({ length: MOST_WORDS }, (_, index) => words[index] ?? "");
  return (
    <>
      {fields.map((word, index) => (
        <input
          // biome-ignore lint/suspicious/noArrayIndexKey: the fields are places that never move
          key={index}
          className="input input--sm"
          aria-label={t("word", { number: index + 1 })}
          placeholder={t("word", { number: index + 1 })}
          value={word}
          maxLength={LONGEST_WORD}
          autoComplete="off"
          onChange={(change) =>
            onChange(fields.map((one, place) => (place === index ? change.target.value : one)))
          }
        />
      ))}
      <p className="rm-hint">{t("wordHint")}</p>
    </>
  );
}
