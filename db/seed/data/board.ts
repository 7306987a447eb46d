import type { CastKey } from "./cast";
import type { NetworkSlug } from "./networks";

/** An entry of the demo's board: of somebody of the cast, or of an office, then for whom. */
export type DemoEntry = {
  kind: "need" | "request" | "offer";
  by: CastKey | { office: NetworkSlug; organisation: string; anonymous?: boolean };
  title: string;
  text: string;
  tags: readonly string[];
  cooperation: readonly string[];
  audience?: "public" | "alliance" | "participants";
  state?: "open" | "in_talks" | "solved";
  /** Days ago on which it was written. */
  days: number;
};

/** Fictional, like everybody who wrote it. */
export const demoEntries: readonly DemoEntry[] = [
  {
    kind: "offer",
    by: "yusuf",
    title: "Schwingungsmessung an laufenden Anlagen",
    text: "Wir messen berührungslos bis 20 kHz und suchen Pilotbetriebe mit Pumpen oder Getrieben.",
    tags: ["schwingungsanalyse", "predictive-maintenance"],
    cooperation: ["pilot"],
    audience: "public",
    days: 2,
  },
  {
    kind: "need",
    by: "svenja",
    title: "Spritzgusssimulation für Mikrobauteile",
    text: "Gesucht wird Erfahrung mit Wandstärken unter 0,3 mm, gern im Verbundvorhaben.",
    tags: ["spritzguss-simulation"],
    cooperation: ["rnd", "consortium"],
    audience: "public",
    days: 1,
  },
  {
    kind: "need",
    by: "lena",
    title: "Netzbetreiber mit Speicherbedarf",
    text: "Für ein Reallabor fehlt uns ein Stadtwerk mit 5 bis 20 MWh Bedarf.",
    tags: ["energiespeicher", "reallabor"],
    cooperation: ["pilot"],
    audience: "public",
    days: 3,
  },
  {
    kind: "offer",
    by: "amara",
    title: "Reinraum Klasse 5, freie Zeiten ab Januar",
    text: "200 m², mit Personal, tageweise buchbar.",
    tags: ["reinraum", "mems-sensoren"],
    cooperation: ["manufacturing"],
    audience: "public",
    days: 4,
  },
  {
    kind: "offer",
    by: "birte",
    title: "Probenbank mit 40.000 anonymisierten Abstrichen",
    text: "Ethikvotum liegt vor, für Validierungen nutzbar.",
    tags: ["biobank", "infektionsdiagnostik"],
    cooperation: ["rnd"],
    audience: "public",
    days: 5,
  },
  {
    kind: "need",
    by: "joris",
    title: "Lieferanten für regionale Faserstoffe",
    text: "Hanf, Flachs oder Holz, Umkreis 150 km, ab 2 Tonnen im Monat.",
    tags: ["faserstoffe", "regionale-zulieferer"],
    cooperation: ["supplier"],
    audience: "public",
    days: 6,
  },
  {
    kind: "request",
    by: "tariq",
    title: "Wer hat Erfahrung mit dem Förderantrag für Verbundprojekte?",
    text: "Wir schreiben zum ersten Mal einen und würden gern eine halbe Stunde mit jemandem reden, der es hinter sich hat.",
    tags: ["foerderantraege"],
    cooperation: ["knowhow"],
    days: 2,
  },
  {
    kind: "offer",
    by: "piotr",
    title: "Kalibrierung von Gassensoren, auch in kleinen Stückzahlen",
    text: "Prüfgase bis 1.000 ppm, Rückführung auf nationale Normale, Ergebnis in fünf Arbeitstagen.",
    tags: ["kalibrierung", "gassensorik", "pruefleistungen"],
    cooperation: ["supplier"],
    days: 7,
  },
  {
    kind: "need",
    by: "anna",
    title: "KI am Sensor: Partner für die Auswertung im Gerät",
    text: "Wir haben Messdaten aus drei Jahren und wollen Ausfälle früher erkennen, ohne Daten aus dem Haus zu geben.",
    tags: ["edge-ki", "predictive-maintenance"],
    cooperation: ["rnd", "pilot"],
    state: "in_talks",
    days: 5,
  },
  {
    kind: "need",
    by: { office: "sensoriknetz-oberland", organisation: "Messbach GmbH", anonymous: true },
    title: "Nachfolge für eine Lohnfertigung mit 12 Beschäftigten",
    text: "Der Inhaber eines Mitglieds möchte in zwei Jahren übergeben. Das Büro stellt den Kontakt her.",
    tags: ["auftragsfertigung", "zerspanung"],
    cooperation: ["manufacturing"],
    days: 3,
  },
  {
    kind: "offer",
    by: { office: "ki-netz-mitte", organisation: "Datenwerft eG" },
    title: "Sprechstunde Datenräume, jeden zweiten Freitag",
    text: "Kostenfrei für Mitglieder aller Netzwerke. Bringen Sie Ihre Frage mit, wir bringen jemanden mit, der sie kennt.",
    tags: ["datenraeume", "beratung"],
    cooperation: ["knowhow"],
    audience: "public",
    days: 8,
  },
  {
    kind: "need",
    by: "nils",
    title: "Zwei Studienzentren für einen Schnelltest",
    text: "Je 200 Proben bis zum Sommer, Protokoll und Versicherung sind da.",
    tags: ["klinische-studien", "schnelltests"],
    cooperation: ["rnd"],
    state: "solved",
    days: 20,
  },
];
