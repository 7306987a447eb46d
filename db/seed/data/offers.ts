import type { NetworkSlug } from "./networks";

/** Taxonomy tags of what people of a network typically bring and look for; every tag is also somebody else's. */
export const offersAndNeeds: Record<NetworkSlug, { offers: readonly string[]; needs: readonly string[] }> = {
  "sensoriknetz-oberland": {
    offers: ["mems-sensoren", "schwingungsanalyse", "kalibrierung", "funksensorik", "pruefleistungen"],
    needs: ["edge-ki", "spritzguss-simulation", "kleinserie", "pilotkunde"],
  },
  "ki-netz-mitte": {
    offers: ["edge-ki", "bildauswertung", "sprachmodelle", "datenqualitaet"],
    needs: ["pilotkunde", "mems-sensoren", "fachkraefte", "datenraeume"],
  },
  "energiewende-nordkante": {
    offers: ["batteriesysteme", "waermenetze", "lastmanagement", "energieaudit"],
    needs: ["wasserstoff-speicher", "foerderantraege", "funksensorik", "datenqualitaet"],
  },
  "quantenland-sued": {
    offers: ["quantensensorik", "quantenkommunikation", "kryotechnik", "forschung-entwicklung"],
    needs: ["pilotkunde", "lasertechnik", "klinische-studien", "konsortialpartner"],
  },
  "regionale-wertschoepfung-heideland": {
    offers: ["foerderantraege", "konsortialpartner", "regionale-zulieferer"],
    needs: ["lieferketten", "oekobilanz", "edge-ki", "nachverfolgung"],
  },
  "infektionsdiagnostik-elbtal": {
    offers: ["infektionsdiagnostik", "schnelltests", "klinische-studien"],
    needs: ["medizinprodukte-zulassung", "biosensoren", "telemedizin"],
  },
  "photonikkreis-saaletal": {
    offers: ["lasertechnik", "optische-messtechnik", "integrierte-photonik"],
    needs: ["mems-sensoren", "pilotkunde", "bildauswertung"],
  },
  "leichtbau-weserbogen": {
    offers: ["spritzguss-simulation", "leichtbau", "verbundwerkstoffe", "kleinserie"],
    needs: ["mems-sensoren", "rezyklate", "edge-ki", "pruefleistungen"],
  },
  "wasserstoff-kueste": {
    offers: ["wasserstoff-speicher", "pruefleistungen", "lastmanagement"],
    needs: ["gassensorik", "beschichtung", "foerderantraege", "konsortialpartner"],
  },
  "medizintechnik-alpenrand": {
    offers: ["medizinprodukte-zulassung", "klinische-studien", "telemedizin"],
    needs: ["quantensensorik", "leichtbau", "schnelltests"],
  },
  "mikroelektronik-ostbogen": {
    offers: ["kleinserie", "auftragsfertigung", "funksensorik"],
    needs: ["kalibrierung", "beschichtung", "fachkraefte"],
  },
  "kreislaufwirtschaft-rurtal": {
    offers: ["rezyklate", "oekobilanz", "pruefleistungen"],
    needs: ["bildauswertung", "verbundwerkstoffe", "lieferketten"],
  },
  "holz-und-bau-mittelgebirge": {
    offers: ["leichtbau", "regionale-zulieferer", "auftragsfertigung"],
    needs: ["funksensorik", "oekobilanz", "photovoltaik"],
  },
  "lebensmittel-boerde": {
    offers: ["pilotkunde", "nachverfolgung", "regionale-zulieferer"],
    needs: ["datenqualitaet", "schnelltests", "lagerautomation"],
  },
  "logistik-nordkai": {
    offers: ["lieferketten", "lagerautomation", "nachverfolgung"],
    needs: ["edge-ki", "ladeinfrastruktur", "funksensorik"],
  },
  "mobilitaet-neckarland": {
    offers: ["fahrzeugtechnik", "ladeinfrastruktur", "pilotkunde"],
    needs: ["predictive-maintenance", "batteriesysteme", "leichtbau"],
  },
  "neue-materialien-frankenhoehe": {
    offers: ["beschichtung", "additive-fertigung", "pruefleistungen"],
    needs: ["schwingungsanalyse", "lasertechnik", "vertrieb"],
  },
  "biointelligenz-rheinbogen": {
    offers: ["biosensoren", "forschung-entwicklung", "datenqualitaet"],
    needs: ["optische-messtechnik", "kleinserie", "gruendung"],
  },
  "raumfahrt-hanseraum": {
    offers: ["datenraeume", "leichtbau", "additive-fertigung"],
    needs: ["beschichtung", "quantenkommunikation", "mems-sensoren"],
  },
};

/** One sentence beside some tags, so that a list of offers reads as people write. At most 140 characters. */
export const sentences: Record<string, { offer: string; need: string }> = {
  "mems-sensoren": {
    offer: "Drucksensoren und Schwingungssensoren ab einem Stück, auch als Leihgerät für vier Wochen.",
    need: "Wir suchen robuste Sensoren für eine staubige Halle, die ohne Kabel auskommen.",
  },
  "edge-ki": {
    offer: "Wir prüfen in zwei Tagen, ob Ihre Daten für ein Modell reichen, und sagen es ehrlich.",
    need: "Wer hilft uns, Ausschuss früher zu erkennen? Daten aus drei Jahren liegen vor.",
  },
  "spritzguss-simulation": {
    offer: "Füllsimulation und Werkzeugauslegung, mit Vergleich am echten Teil.",
    need: "Wir suchen eine Füllsimulation für ein dünnwandiges Gehäuse mit eingelegtem Sensor.",
  },
  "wasserstoff-speicher": {
    offer: "Prüfplatz bis 30 bar, Termine ab nächstem Monat frei.",
    need: "Wir möchten einen Ofen umrüsten und suchen Erfahrung mit kleinen Mengen.",
  },
  quantensensorik: {
    offer: "Diamantsensoren für Magnetfelder, im Koffer und bei Raumtemperatur.",
    need: "Uns interessieren Messungen am Herzen ohne geschirmten Raum.",
  },
  foerderantraege: {
    offer: "Wir lesen Förderaufrufe für Sie und sagen, welcher zu Ihrem Vorhaben passt.",
    need: "Wir suchen Partner für einen Verbundantrag, Skizze liegt bereit.",
  },
  pruefleistungen: {
    offer: "Messaufbauten mit Protokoll, auch vor Ort und über Nacht.",
    need: "Gesucht wird ein Messaufbau für Haftfestigkeit nach dem Klimatest.",
  },
  pilotkunde: {
    offer: "Unsere Linie steht für Feldtests offen, zwei Schichten, freundliche Kolleginnen.",
    need: "Unser Gerät ist fertig und sucht seinen ersten Einsatz unter echten Bedingungen.",
  },
  rezyklate: {
    offer: "Wir nehmen Verschnitt zurück und liefern Mahlgut mit Prüfzeugnis.",
    need: "Wohin mit verklebten Verbunden? Wir suchen ein Verfahren, das sich rechnet.",
  },
  lieferketten: {
    offer: "Freie Rückfrachten zwischen Küste und Mittelgebirge, planbar auf den Tag.",
    need: "Wir suchen eine gekühlte Strecke für kleine Mengen, zweimal in der Woche.",
  },
};
