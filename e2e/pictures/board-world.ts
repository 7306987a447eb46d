import { foundBy } from "./office";
import { says, type Talker } from "./talk-people";

const DEMO_WEEK = "select id as value from series where slug like 'clusterwoche-%'";

/** An entry of somebody's own for which help was offered, one of somebody else that was reported, and readers of the weekly mail. */
export async function boardWorld({ me, asking, english }: Record<"me" | "asking" | "english", Talker>) {
  const seriesId = await foundBy(DEMO_WEEK, []);
  const title = "Druckmessung im Spritzgusswerkzeug bei 350 Grad";
  await says(me, "board/entries", {
    ...{ seriesId, kind: "need", title, tags: ["drucksensorik", "spritzguss"], cooperation: ["rnd"] },
    text: "Unsere Fühler halten zwei Wochen. Wir suchen jemanden, der mit uns eine Schicht findet, die ein Jahr hält.",
    ...{ organisation: "Messwerk Oberland GmbH", audience: "alliance", locale: "de" },
    validUntil: new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10),
  });
  const ownEntry = await foundBy("select id as value from entries where person_id = $1", [me.personId]);
  await says(asking, `board/entries/${ownEntry}/contact`, { note: "Das messen wir seit acht Jahren." });
  const entry = await foundBy(
    "select id as value from entries where series_id = $1 and title = 'Schwingungsmessung an laufenden Anlagen'",
    [seriesId],
  );
  await says(english, `board/entries/${entry}/report`, { reason: "advertising" });
  const anonymous = await foundBy(
    "select id as value from entries where series_id = $1 and title = 'Nachfolge für eine Lohnfertigung mit 12 Beschäftigten'",
    [seriesId],
  );
  await says(me, `board/entries/${anonymous}/contact`, { note: "Wir suchen seit einem Jahr einen Betrieb." });
  for (const reader of [asking, english])
    await says(reader, "board/digest", { seriesId, want: "on", locale: "de" });
  return { board: { entry, ownEntry, anonymous } };
}
