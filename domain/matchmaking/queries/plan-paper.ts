import "server-only";
import { db } from "@/db/client";
import { findNetwork } from "@/domain/alliance/queries";
import { type Actor, can } from "@/domain/policy";
import { type EventScope, eventScope } from "@/domain/programme/queries";
import { translator } from "@/lib/i18n/translator";
import { OUR_COLOUR } from "@/lib/pdf/colour";
import type { AnyPaper } from "@/lib/pdf/papers";
import { formatMoment, formatSpan } from "@/lib/time/format";
import type { MatrixPerson, MatrixTalk, PlanMatrix } from "../labels";
import type { PlanExport } from "../schema/plans";
import { planMatrix } from "./plan-matrix";

type Printed = Pick<PlanExport, "by" | "locale">;
type Row = { text: string }[];
type Column = { label: string; share: number; isStrong?: boolean };

/** Words of a talk on paper. */
function wordsOf(matrix: PlanMatrix, { locale }: Printed) {
  const t = translator(locale, "plan");
  const people = new Map(matrix.people.map((person) => [person.id, person]));
  const named = (person: MatrixPerson | undefined) =>
    person ? [person.name, person.organisation].filter((part) => part !== "").join(", ") : "";
  return {
    named: (id: string) => named(people.get(id)),
    time: ({ slot }: MatrixTalk) => {
      const at = slot === null ? undefined : matrix.slots[slot];
      if (!at) return "";
      const [startsAt, endsAt] = [new Date(at.startsAt), new Date(at.endsAt)];
      return formatSpan({ locale, zone: matrix.zone, startsAt, endsAt });
    },
    place: ({ place, table }: MatrixTalk) =>
      table === null
        ? t("paper.online")
        : t(place === "table" ? "paper.table" : "paper.mixed", { number: table }),
  };
}

/** Each person's talks under their name, which is said once. */
function byPerson(matrix: PlanMatrix, talks: readonly MatrixTalk[], printed: Printed): Row[] {
  const words = wordsOf(matrix, printed);
  return matrix.people.flatMap(({ id }) =>
    talks
      .filter(({ people }) => people.includes(id))
      .map((talk, nth) => [
        { text: nth === 0 ? words.named(id) : "" },
        { text: words.time(talk) },
        {
          text: talk.people
            .filter((other) => other !== id)
            .map(words.named)
            .join("; "),
        },
        { text: words.place(talk) },
      ]),
  );
}

/** All talks in the order of their times, or of their tables; those online come last. */
function inOrder(matrix: PlanMatrix, talks: readonly MatrixTalk[], printed: Printed): Row[] {
  const words = wordsOf(matrix, printed);
  const place = ({ table }: MatrixTalk) => table ?? Number.POSITIVE_INFINITY;
  const first = (a: MatrixTalk, b: MatrixTalk) => (place(a) === place(b) ? 0 : place(a) - place(b));
  const sorted = printed.by === "table" ? talks.toSorted(first) : talks;
  return sorted.map((talk) => {
    const [time, where] = [{ text: words.time(talk) }, { text: words.place(talk) }];
    const who = { text: talk.people.map(words.named).join("; ") };
    return printed.by === "table" ? [where, time, who] : [time, where, who];
  });
}

function columnsOf({ by, locale }: Printed): Column[] {
  const t = translator(locale, "plan");
  const time = { label: t("paper.time"), share: 7 };
  const place = { label: t("export.place"), share: 5 };
  if (by === "person")
    return [
      { label: t("export.one"), share: 8, isStrong: true },
      time,
      { label: t("paper.with"), share: 9 },
      place,
    ];
  const who = { label: t("paper.people"), share: 14 };
  return by === "table"
    ? [{ ...place, isStrong: true }, time, who]
    : [{ ...time, isStrong: true }, place, who];
}

type Paper = { event: EventScope; matrix: PlanMatrix; colour: string; printed: Printed; now: Date };

function paperOf({ event, matrix, colour, printed, now }: Paper): AnyPaper {
  const t = translator(printed.locale, "plan");
  const { locale } = printed;
  const talks = matrix.talks
    .filter(({ slot, state }) => slot !== null && state !== "cancelled")
    .toSorted((a, b) => (a.slot ?? 0) - (b.slot ?? 0) || (a.table ?? 0) - (b.table ?? 0));
  const at = formatMoment({ locale, zone: matrix.zone, at: now });
  const span = formatSpan({ locale, zone: matrix.zone, startsAt: event.startsAt, endsAt: event.endsAt });
  return {
    ...{ kind: "table", language: locale, colour, title: t("paper.title", { title: event.title }) },
    lines: matrix.draft ? [span, t("paper.draft")] : [span],
    foot: t("paper.asOf", { count: talks.length, at }),
    pageOf: t("paper.pageOf", { page: "{page}", pages: "{pages}" }),
    columns: columnsOf(printed),
    rows: printed.by === "person" ? byPerson(matrix, talks, printed) : inOrder(matrix, talks, printed),
  };
}

/** The talks of an event on paper, as the draft has them or as people know them; undefined for who may not plan them. */
export async function planPaper(
  viewer: Actor,
  { eventId, ...printed }: Pick<PlanExport, "eventId" | "by" | "locale">,
  now: Date,
) {
  const event = await eventScope(db(), eventId);
  const matrix = await planMatrix(viewer, { eventId, locale: printed.locale }, now);
  if (!event || !matrix || !can(viewer, "plan.make", { networkId: event.networkId, eventId }))
    return undefined;
  const network = await findNetwork(event.networkId, db());
  const colour = network?.colour ?? OUR_COLOUR;
  const fileName = translator(printed.locale, "plan")("export.fileName");
  return {
    networkId: event.networkId,
    name: `${fileName}-${event.slug}.pdf`,
    paper: paperOf({ event, matrix, colour, printed, now }),
  };
}
