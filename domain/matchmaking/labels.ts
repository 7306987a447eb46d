import type { Locale } from "@/lib/i18n/locales";

/**
 * The taxonomy of needs and offers, shared by all networks. Ids are stable: they stand in rows. A field groups its
 * tags for choosing; a tag is sought or offered.
 */
type Words = Record<Locale, string>;
type Field = { id: string; words: Words; tags: readonly (readonly [id: string, de: string, en: string])[] };

export const taxonomy: readonly Field[] = [
  {
    id: "sensorik",
    words: { de: "Sensorik und Messtechnik", en: "Sensors and measurement" },
    tags: [
      ["mems-sensoren", "MEMS-Sensoren", "MEMS sensors"],
      ["schwingungsanalyse", "Schwingungsanalyse", "Vibration analysis"],
      ["optische-messtechnik", "Optische Messtechnik", "Optical measurement"],
      ["gassensorik", "Gassensorik", "Gas sensing"],
      ["kalibrierung", "Kalibrierung", "Calibration"],
      ["funksensorik", "Funksensorik", "Wireless sensing"],
    ],
  },
  {
    id: "ki-daten",
    words: { de: "KI und Daten", en: "AI and data" },
    tags: [
      ["edge-ki", "KI am Sensor", "AI at the edge"],
      ["bildauswertung", "Bildauswertung", "Image analysis"],
      ["sprachmodelle", "Sprachmodelle", "Language models"],
      ["datenraeume", "Datenräume", "Data spaces"],
      ["datenqualitaet", "Datenqualität", "Data quality"],
      ["it-sicherheit", "IT-Sicherheit", "IT security"],
    ],
  },
  {
    id: "produktion",
    words: { de: "Produktion", en: "Production" },
    tags: [
      ["spritzguss-simulation", "Spritzguss-Simulation", "Injection moulding simulation"],
      ["additive-fertigung", "Additive Fertigung", "Additive manufacturing"],
      ["robotik", "Robotik", "Robotics"],
      ["predictive-maintenance", "Vorausschauende Instandhaltung", "Predictive maintenance"],
      ["digitaler-zwilling", "Digitaler Zwilling", "Digital twin"],
      ["kleinserie", "Kleinserien", "Small series"],
    ],
  },
  {
    id: "energie",
    words: { de: "Energie", en: "Energy" },
    tags: [
      ["wasserstoff-speicher", "Wasserstoffspeicher", "Hydrogen storage"],
      ["batteriesysteme", "Batteriesysteme", "Battery systems"],
      ["waermenetze", "Wärmenetze", "Heat networks"],
      ["lastmanagement", "Lastmanagement", "Load management"],
      ["photovoltaik", "Photovoltaik", "Photovoltaics"],
      ["energieaudit", "Energieaudits", "Energy audits"],
    ],
  },
  {
    id: "quanten-photonik",
    words: { de: "Quanten und Photonik", en: "Quantum and photonics" },
    tags: [
      ["quantensensorik", "Quantensensorik", "Quantum sensing"],
      ["quantenkommunikation", "Quantenkommunikation", "Quantum communication"],
      ["lasertechnik", "Lasertechnik", "Laser technology"],
      ["integrierte-photonik", "Integrierte Photonik", "Integrated photonics"],
      ["kryotechnik", "Kryotechnik", "Cryogenics"],
    ],
  },
  {
    id: "gesundheit",
    words: { de: "Gesundheit", en: "Health" },
    tags: [
      ["infektionsdiagnostik", "Infektionsdiagnostik", "Infection diagnostics"],
      ["schnelltests", "Schnelltests", "Rapid tests"],
      ["medizinprodukte-zulassung", "Zulassung von Medizinprodukten", "Medical device approval"],
      ["biosensoren", "Biosensoren", "Biosensors"],
      ["klinische-studien", "Klinische Studien", "Clinical trials"],
      ["telemedizin", "Telemedizin", "Telemedicine"],
    ],
  },
  {
    id: "werkstoffe",
    words: { de: "Werkstoffe und Kreislauf", en: "Materials and circularity" },
    tags: [
      ["leichtbau", "Leichtbau", "Lightweight design"],
      ["rezyklate", "Rezyklate", "Recycled materials"],
      ["beschichtung", "Beschichtung", "Coatings"],
      ["verbundwerkstoffe", "Verbundwerkstoffe", "Composites"],
      ["oekobilanz", "Ökobilanz", "Life cycle assessment"],
    ],
  },
  {
    id: "logistik",
    words: { de: "Logistik und Mobilität", en: "Logistics and mobility" },
    tags: [
      ["lieferketten", "Lieferketten", "Supply chains"],
      ["lagerautomation", "Lagerautomation", "Warehouse automation"],
      ["ladeinfrastruktur", "Ladeinfrastruktur", "Charging infrastructure"],
      ["fahrzeugtechnik", "Fahrzeugtechnik", "Vehicle technology"],
      ["nachverfolgung", "Nachverfolgung", "Tracking"],
    ],
  },
  {
    id: "region",
    words: { de: "Region und Förderung", en: "Region and funding" },
    tags: [
      ["foerderantraege", "Förderanträge", "Grant applications"],
      ["konsortialpartner", "Konsortialpartner", "Consortium partners"],
      ["fachkraefte", "Fachkräfte", "Skilled staff"],
      ["regionale-zulieferer", "Regionale Zulieferer", "Regional suppliers"],
      ["gruendung", "Gründung", "Start-ups"],
    ],
  },
  {
    id: "zusammenarbeit",
    words: { de: "Art der Zusammenarbeit", en: "Kind of cooperation" },
    tags: [
      ["forschung-entwicklung", "Forschung und Entwicklung", "Research and development"],
      ["pilotkunde", "Pilotkundschaft", "Pilot customers"],
      ["auftragsfertigung", "Auftragsfertigung", "Contract manufacturing"],
      ["pruefleistungen", "Prüfleistungen", "Testing services"],
      ["schulung", "Schulung", "Training"],
      ["vertrieb", "Vertrieb", "Distribution"],
    ],
  },
];

const words = new Map<string, Words>(
  taxonomy.flatMap((field) => field.tags.map(([id, de, en]) => [id, { de, en }] as const)),
);

/** Every tag id, in the order of the taxonomy. */
export const tagIds: readonly string[] = [...words.keys()];

/** True for a tag of the taxonomy. */
export const isTag = (id: string): boolean => words.has(id);

/** The tag's words; the id itself for a tag that the taxonomy no longer has. */
export const tagLabel = (locale: Locale, id: string): string => words.get(id)?.[locale] ?? id;
