import { useFormatter, useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { averageOf, type ShownWord, shareOf } from "@/domain/interaction/rules/polls";
import type { PollKind } from "@/domain/interaction/schema/polls";

type AskedPoll = { kind: PollKind; question: string; options: readonly string[] };
type Result = { people: number; counts: readonly number[]; words: readonly ShownWord[] };

type PollResultProps = {
  poll: AskedPoll;
  result: Result;
  /** Places of the right options; null where they are not told. */
  correct: readonly number[] | null;
  /** What the reader chose, as the ballot says it. */
  picks?: readonly number[];
  /** For hosts: takes a word out of everybody's view, or back into it. */
  onHide?: (word: string, hidden: boolean) => void;
};

/** A poll in numbers: a table whose rows have bars, so that nobody needs the bars. Words with how often they were given. */
export function PollResult(props: PollResultProps) {
  const t = useTranslations("polls");
  const format = useFormatter();
  const { poll, result } = props;
  const average = poll.kind === "rating" ? averageOf(result.counts) : null;
  return (
    <div className="pollresult">
      <p className="pollresult__people">
        {t("people", { count: result.people })}
        {average === null ? null : ` · ${t("average", { value: format.number(average) })}`}
      </p>
      {poll.kind === "words" ? <Words {...props} /> : <Bars {...props} />}
    </div>
  );
}

/** What stands before the bar of one place: the option, or the number of a rating with what it means. */
function useLabels({ kind, options }: AskedPoll): (place: number) => string {
  const t = useTranslations("polls");
  if (kind !== "rating") return (place) => options[place] ?? "";
  const meanings: Record<number, string | undefined> = { 0: options[0], 4: options[1] };
  return (place) => {
    const [number, meaning] = [String(place + 1), meanings[place]];
    return meaning ? t("ratingEnd", { number, meaning }) : number;
  };
}

function Bars({ poll, result, correct, picks = [] }: PollResultProps) {
  const t = useTranslations("polls");
  const labelOf = useLabels(poll);
  const first = poll.kind === "rating" ? 1 : 0;
  return (
    <table className="pollbars">
      <caption className="sr-only">{poll.question}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("option")}</th>
          <th scope="col">{t("count")}</th>
          <th scope="col">{t("percent")}</th>
        </tr>
      </thead>
      <tbody>
        {result.counts.map((count, place) => (
          <tr key={labelOf(place)}>
            <th scope="row">
              {labelOf(place)}
              {correct?.includes(place) ? <span className="pollbars__mark">{t("right")}</span> : null}
              {picks.includes(place + first) ? <span className="pollbars__mark">{t("yours")}</span> : null}
              <Progress
                value={count}
                max={result.people}
                tone={correct?.includes(place) ? "brand" : "primary"}
              />
            </th>
            <td>{count}</td>
            <td>{t("percentOf", { share: shareOf(count, result.people) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const SIZES = 4;
/** How large a word is drawn beside the most common one. */
const sizeOf = (count: number, most: number) => Math.max(1, Math.ceil((count / most) * SIZES));

function Words({ result, onHide }: PollResultProps) {
  const t = useTranslations("polls");
  const most = Math.max(1, ...result.words.map(({ count }) => count));
  if (result.words.length === 0) return <p className="pollresult__people">{t("noWords")}</p>;
  return (
    <ul className="pollwords" aria-label={t("words")}>
      {result.words.map(({ word, count, hidden }) => (
        <li key={word} data-size={sizeOf(count, most)} data-hidden={hidden}>
          <span className="pollwords__word">{word}</span>
          <span className="pollwords__count" aria-hidden="true">
            {count}
          </span>
          <span className="sr-only">
            {t("wordCount", { count })}
            {hidden ? `, ${t("hiddenWord")}` : ""}
          </span>
          {onHide ? (
            <button
              type="button"
              className="pollwords__hide"
              aria-label={t(hidden ? "showWord" : "hideWord", { word })}
              onClick={() => onHide(word, !hidden)}
            >
              <span aria-hidden="true">{hidden ? "+" : "×"}</span>
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
