import type { CastKey } from "./cast";

type Outcome = "did_not_happen" | "no_common_interest" | "interesting" | "cooperation_possible";

/** Talks of people whom the demo follows. Slots count from the start of the event; the demo begins in the fifth or sixth. */
export const namedTalks: readonly {
  from: CastKey;
  to: CastKey;
  slot: number;
  note: string;
  outcomes?: readonly [Outcome, Outcome];
}[] = [
  {
    from: "anna",
    to: "piotr",
    slot: 1,
    note: "Guten Tag Herr Kaminsky, wir suchen Drucksensoren, die eine Spritzgussform aushalten. Sie bieten Messtechnik in kleinen Stückzahlen: Das könnte passen.",
    outcomes: ["cooperation_possible", "interesting"],
  },
  {
    from: "svenja",
    to: "anna",
    slot: 9,
    note: "Guten Tag Frau Beispiel, Sie bieten Spritzguss-Simulation, wir suchen genau das. Umgekehrt können wir Musterteile in zwei Wochen beitragen.",
  },
  {
    from: "thore",
    to: "gesa",
    slot: 8,
    note: "Uns fehlt ein Prüfplatz für Dichtungen unter Druck. Haben Sie in diesem Quartal noch Zeiten frei?",
  },
];

/** Requests that wait for an answer, at times when Anna is in none of the events that run beside the talks. */
export const openRequests: readonly {
  from: CastKey;
  to: CastKey;
  slots: readonly number[];
  note: string;
}[] = [
  {
    from: "lena",
    to: "anna",
    slots: [14, 16, 19],
    note: "Guten Tag Frau Beispiel, wir suchen ein Gehäuse für unsere Speicherzellen, leicht und aus einem Stoff. Zwanzig Minuten genügen für den Anfang.",
  },
  {
    from: "karim",
    to: "anna",
    slots: [15, 18, 20],
    note: "Unsere Beschichtung senkt die Entformungskraft deutlich. Ich zeige Ihnen gern die Messwerte.",
  },
  {
    from: "anna",
    to: "yusuf",
    slots: [15, 17, 21],
    note: "Guten Tag Herr Aydemir, wir haben drei Jahre Daten aus der Fertigung und wissen nicht, ob sie etwas taugen. Schauen Sie mit uns hinein?",
  },
  {
    from: "elif",
    to: "sofia",
    slots: [10, 14, 18],
    note: "Für eine Abschlussarbeit suchen wir Proben aus dem Rückbau. Können wir darüber sprechen?",
  },
];

/** What people write to one another whom the demo does not follow. */
export const notes = [
  "Wir suchen, was Sie bieten, und haben in den nächsten Monaten ein konkretes Vorhaben. Zwanzig Minuten genügen für den Anfang.",
  "Ihr Angebot passt zu einer Frage, die bei uns seit einem Jahr liegt. Ich freue mich auf den Austausch.",
  "Vielleicht ergänzen wir uns: Sie messen, wir fertigen. Haben Sie heute noch einen Termin frei?",
  "Ich habe Ihren Beitrag gestern gehört und möchte gern nachfragen, vor allem zu den Kosten.",
  "Wir stehen am Anfang und suchen jemanden, der den Weg schon einmal gegangen ist.",
] as const;
