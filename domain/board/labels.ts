import type { Locale } from "@/lib/i18n/locales";

/** Words in both languages. */
export type Words = Record<Locale, string>;
type Tag = readonly [id: string, de: string, en: string, synonyms?: string];
type Field = { id: string; words: Words; tags: readonly Tag[] };

/**
 * What an alliance begins with: fields and their tags of needs and offers. Ids are stable, because they stand in rows. Synonyms
 * of both languages stand in one line, parted by commas. An alliance that changes its tags has them as rows of its own.
 */
export const builtIn: readonly Field[] = [
  {
    id: "sensorik",
    words: { de: "Sensorik und Messtechnik", en: "Sensors and measurement" },
    tags: [
      ["mems-sensoren", "MEMS-Sensoren", "MEMS sensors", "Mikrosensoren, Inertialsensoren, accelerometer"],
      [
        "schwingungsanalyse",
        "Schwingungsanalyse",
        "Vibration analysis",
        "Vibrationsmessung, condition monitoring",
      ],
      [
        "optische-messtechnik",
        "Optische Messtechnik",
        "Optical measurement",
        "3D-Messung, Interferometrie, metrology",
      ],
      ["gassensorik", "Gassensorik", "Gas sensing", "Gasdetektion, Gasmessung"],
      ["kalibrierung", "Kalibrierung", "Calibration", "Eichung, Rückführung"],
      ["funksensorik", "Funksensorik", "Wireless sensing", "IoT, LoRa, drahtlose Sensoren"],
      ["drucksensorik", "Drucksensorik", "Pressure sensing", "Druckmessung"],
      ["prueftechnik", "Prüftechnik", "Test equipment", "Prüfstand, test bench"],
    ],
  },
  {
    id: "ki-daten",
    words: { de: "KI und Daten", en: "AI and data" },
    tags: [
      ["edge-ki", "KI am Sensor", "AI at the edge", "Edge AI, TinyML, eingebettete KI"],
      [
        "bildauswertung",
        "Bildauswertung",
        "Image analysis",
        "Bildverarbeitung, computer vision, machine vision",
      ],
      ["sprachmodelle", "Sprachmodelle", "Language models", "LLM, generative KI, Chatbot"],
      ["datenraeume", "Datenräume", "Data spaces", "Gaia-X, Catena-X, Datenaustausch"],
      ["datenqualitaet", "Datenqualität", "Data quality", "Datenpflege, data governance"],
      ["it-sicherheit", "IT-Sicherheit", "IT security", "Cybersicherheit, cybersecurity, NIS 2"],
      [
        "maschinelles-lernen",
        "Maschinelles Lernen",
        "Machine learning",
        "KI, AI, künstliche Intelligenz, deep learning",
      ],
      ["softwareentwicklung", "Softwareentwicklung", "Software development", "Programmierung, App"],
    ],
  },
  {
    id: "produktion",
    words: { de: "Produktion", en: "Production" },
    tags: [
      [
        "spritzguss-simulation",
        "Spritzguss-Simulation",
        "Injection moulding simulation",
        "Spritzgusssimulation, Moldflow, Füllsimulation",
      ],
      [
        "additive-fertigung",
        "Additive Fertigung",
        "Additive manufacturing",
        "3D-Druck, 3D printing, Lasersintern",
      ],
      ["robotik", "Robotik", "Robotics", "Roboter, Cobot, Automatisierung"],
      [
        "predictive-maintenance",
        "Vorausschauende Instandhaltung",
        "Predictive maintenance",
        "Wartung, Instandhaltung, Zustandsüberwachung",
      ],
      ["digitaler-zwilling", "Digitaler Zwilling", "Digital twin", "Simulation, Verwaltungsschale"],
      ["kleinserie", "Kleinserien", "Small series", "Prototypen, Muster, prototyping"],
      ["spritzguss", "Spritzguss", "Injection moulding", "Kunststoffteile, injection molding"],
      ["reinraum", "Reinraum", "Clean room", "cleanroom, Reinraumfertigung"],
      ["zerspanung", "Zerspanung", "Machining", "Fräsen, Drehen, CNC"],
    ],
  },
  {
    id: "energie",
    words: { de: "Energie", en: "Energy" },
    tags: [
      ["wasserstoff-speicher", "Wasserstoffspeicher", "Hydrogen storage", "H2, hydrogen, Elektrolyse"],
      ["batteriesysteme", "Batteriesysteme", "Battery systems", "Akku, Batterie, Speicher"],
      ["waermenetze", "Wärmenetze", "Heat networks", "Fernwärme, Nahwärme, district heating"],
      ["lastmanagement", "Lastmanagement", "Load management", "Flexibilität, demand response"],
      ["photovoltaik", "Photovoltaik", "Photovoltaics", "PV, Solar, Solarstrom"],
      ["energieaudit", "Energieaudits", "Energy audits", "Energieberatung, ISO 50001"],
      ["energiespeicher", "Energiespeicher", "Energy storage", "Speicher, Pumpspeicher"],
      ["windenergie", "Windenergie", "Wind energy", "Windkraft"],
    ],
  },
  {
    id: "quanten-photonik",
    words: { de: "Quanten und Photonik", en: "Quantum and photonics" },
    tags: [
      ["quantensensorik", "Quantensensorik", "Quantum sensing", "NV-Zentren"],
      ["quantenkommunikation", "Quantenkommunikation", "Quantum communication", "QKD, Quantenschlüssel"],
      ["quantencomputing", "Quantencomputing", "Quantum computing", "Quantenrechner, Qubit"],
      ["lasertechnik", "Lasertechnik", "Laser technology", "Laserschneiden, Laserschweißen"],
      ["integrierte-photonik", "Integrierte Photonik", "Integrated photonics", "PIC, Lichtwellenleiter"],
      ["kryotechnik", "Kryotechnik", "Cryogenics", "Tieftemperatur, Kühlung"],
      ["optische-komponenten", "Optische Komponenten", "Optical components", "Linsen, Spiegel, Optik"],
      ["vakuumtechnik", "Vakuumtechnik", "Vacuum technology", "Vakuumkammer"],
    ],
  },
  {
    id: "gesundheit",
    words: { de: "Gesundheit", en: "Health" },
    tags: [
      ["infektionsdiagnostik", "Infektionsdiagnostik", "Infection diagnostics", "PCR, Erregernachweis"],
      ["schnelltests", "Schnelltests", "Rapid tests", "Lateral Flow, point of care"],
      [
        "medizinprodukte-zulassung",
        "Zulassung von Medizinprodukten",
        "Medical device approval",
        "MDR, IVDR, CE",
      ],
      ["biosensoren", "Biosensoren", "Biosensors", "Bioanalytik"],
      ["klinische-studien", "Klinische Studien", "Clinical trials", "Studienzentrum, Validierung"],
      ["telemedizin", "Telemedizin", "Telemedicine", "eHealth, Fernbehandlung"],
      ["pflegetechnik", "Pflegetechnik", "Care technology", "Pflege, Assistenzsysteme"],
      ["biobank", "Biobanken", "Biobanks", "Probenbank, Proben"],
    ],
  },
  {
    id: "werkstoffe",
    words: { de: "Werkstoffe und Kreislauf", en: "Materials and circularity" },
    tags: [
      ["leichtbau", "Leichtbau", "Lightweight design", "lightweighting, CFK"],
      ["rezyklate", "Rezyklate", "Recycled materials", "Recycling, Kunststoffrecycling"],
      ["beschichtung", "Beschichtung", "Coatings", "Oberflächentechnik, Lackierung"],
      ["verbundwerkstoffe", "Verbundwerkstoffe", "Composites", "Faserverbund, CFRP"],
      ["oekobilanz", "Ökobilanz", "Life cycle assessment", "LCA, CO2-Fußabdruck, carbon footprint"],
      ["biopolymere", "Biopolymere", "Biopolymers", "Biokunststoff, bioplastics"],
      ["faserstoffe", "Faserstoffe", "Fibres", "Hanf, Flachs, Naturfasern"],
      ["werkstoffpruefung", "Werkstoffprüfung", "Materials testing", "Zugversuch, Schadensanalyse"],
    ],
  },
  {
    id: "logistik",
    words: { de: "Logistik und Mobilität", en: "Logistics and mobility" },
    tags: [
      ["lagerautomation", "Lagerautomation", "Warehouse automation", "Intralogistik, FTS, AGV"],
      ["lieferketten", "Lieferketten", "Supply chains", "Beschaffung, sourcing"],
      [
        "ladeinfrastruktur",
        "Ladeinfrastruktur",
        "Charging infrastructure",
        "Ladesäule, E-Mobilität, charging",
      ],
      ["drohnen", "Drohnen", "Drones", "UAV, Befliegung"],
      ["fahrzeugtechnik", "Fahrzeugtechnik", "Vehicle technology", "Automotive, Nutzfahrzeuge"],
      ["nachverfolgung", "Nachverfolgung", "Tracking", "RFID, Rückverfolgung, traceability"],
      ["autonomes-fahren", "Autonomes Fahren", "Autonomous driving", "Fahrerassistenz"],
      ["verpackung", "Verpackung", "Packaging", "Mehrweg"],
      ["oepnv", "Öffentlicher Verkehr", "Public transport", "ÖPNV, Bus, Bahn"],
    ],
  },
  {
    id: "region",
    words: { de: "Region und Förderung", en: "Region and funding" },
    tags: [
      ["foerderantraege", "Förderanträge", "Grant applications", "Fördermittel, ZIM, Horizon, funding"],
      ["konsortialpartner", "Konsortialpartner", "Consortium partners", "Verbundvorhaben, Konsortium"],
      ["fachkraefte", "Fachkräfte", "Skilled staff", "Personal, Ausbildung, recruiting"],
      ["regionale-zulieferer", "Regionale Zulieferer", "Regional suppliers", "Wertschöpfung, Lieferant"],
      ["gruendung", "Gründung", "Start-ups", "Startup, Ausgründung, spin-off"],
      ["reallabor", "Reallabore", "Living labs", "Testfeld, testbed"],
      ["normung", "Normung", "Standardisation", "DIN, ISO, Standards"],
      ["schutzrechte", "Schutzrechte", "Intellectual property", "Patente, Lizenzen, IP"],
    ],
  },
  {
    id: "zusammenarbeit",
    words: { de: "Leistungen", en: "Services" },
    tags: [
      ["forschung-entwicklung", "Forschung und Entwicklung", "Research and development", "F&E, FuE, R&D"],
      ["pilotkunde", "Pilotkundschaft", "Pilot customers", "Pilotbetrieb, Erstanwender"],
      ["auftragsfertigung", "Auftragsfertigung", "Contract manufacturing", "Lohnfertigung"],
      ["pruefleistungen", "Prüfleistungen", "Testing services", "Labor, Messung"],
      ["schulung", "Schulung", "Training", "Weiterbildung, Workshop"],
      ["vertrieb", "Vertrieb", "Distribution", "Verkauf, sales"],
      ["beratung", "Beratung", "Consulting", "Consultant"],
      ["finanzierung", "Finanzierung", "Financing", "Investor, Kapital, venture capital"],
    ],
  },
];

/** Kinds of cooperation that an entry, or a person, is about. */
export const cooperations = [
  "rnd",
  "pilot",
  "supplier",
  "manufacturing",
  "consortium",
  "knowhow",
  "staff",
] as const;
export type Cooperation = (typeof cooperations)[number];

export const entryKinds = ["need", "request", "offer"] as const;
export type EntryKind = (typeof entryKinds)[number];
export const audiences = ["public", "alliance", "participants", "network"] as const;
export type Audience = (typeof audiences)[number];
export const entryStates = ["open", "in_talks", "solved"] as const;
export type EntryState = (typeof entryStates)[number];
export const entryOutcomes = ["cooperation", "contact", "elsewhere", "dropped"] as const;
export const reportReasons = ["advertising", "personal_data", "insulting", "other"] as const;
export const hideReasons = ["advertising", "personal_data", "insulting", "duplicate", "other"] as const;

export const fieldIds: readonly string[] = builtIn.map(({ id }) => id);

export const isCooperation = (text: string): text is Cooperation => cooperations.some((one) => one === text);

export const isHideReason = (text: string): text is (typeof hideReasons)[number] =>
  hideReasons.some((one) => one === text);
