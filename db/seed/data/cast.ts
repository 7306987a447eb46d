import type { DemoPersona } from "@/domain/people/labels";
import type { NetworkSlug } from "./networks";

type Role = "network_admin" | "organizer" | "member";
export type CastMember = {
  name: string;
  organisation: string;
  network: NetworkSlug;
  role?: Role;
  locale?: "de" | "en";
  persona?: DemoPersona;
};

/** People whom the pages name: personas, offices, speakers, and those the persona talks with. */
export const cast = {
  anna: {
    name: "Anna Beispiel",
    organisation: "Beispiel GmbH",
    network: "leichtbau-weserbogen",
    role: "member",
    persona: "participant",
  },
  amara: {
    name: "Prof. Dr. Amara Feldkamp",
    organisation: "Hochschule Oberland",
    network: "sensoriknetz-oberland",
    role: "member",
    persona: "speaker",
  },
  henrike: {
    name: "Henrike Osterloh",
    organisation: "Sensoriknetz Oberland",
    network: "sensoriknetz-oberland",
    role: "network_admin",
    persona: "organizer",
  },
  jonas: {
    name: "Jonas Wiebelt",
    organisation: "KI-Netz Mitte",
    network: "ki-netz-mitte",
    role: "network_admin",
    persona: "partner",
  },
  tariq: {
    name: "Tariq Sandmann",
    organisation: "Feinklang Messtechnik GmbH",
    network: "sensoriknetz-oberland",
  },
  clara: {
    name: "Clara Nothnagel",
    organisation: "Institut für Grenzflächen Heideland",
    network: "regionale-wertschoepfung-heideland",
  },
  ida: {
    name: "Ida Steinwender",
    organisation: "Allgäuer Messgeräte GmbH",
    network: "sensoriknetz-oberland",
    role: "organizer",
  },
  piotr: { name: "Piotr Kaminsky", organisation: "Quarzwerk Analytik", network: "sensoriknetz-oberland" },
  elif: { name: "Elif Tannhöfer", organisation: "Hochschule Oberland", network: "sensoriknetz-oberland" },
  lena: {
    name: "Lena Brockhues",
    organisation: "Nordlicht Speicher GmbH",
    network: "energiewende-nordkante",
  },
  korbinian: {
    name: "Korbinian Weidenfeller",
    organisation: "Stadtwerke Unterlauf",
    network: "energiewende-nordkante",
  },
  wibke: {
    name: "Wibke Harmsloh",
    organisation: "Energiewende Nordkante",
    network: "energiewende-nordkante",
    role: "network_admin",
  },
  yusuf: { name: "Yusuf Aydemir", organisation: "Datenwerft eG", network: "ki-netz-mitte" },
  mareike: {
    name: "Dr. Mareike Torfhausen",
    organisation: "Institut für Lernende Systeme Mitte",
    network: "ki-netz-mitte",
    role: "organizer",
  },
  svenja: {
    name: "Svenja Marholz",
    organisation: "Mikroform Spritzguss GmbH",
    network: "leichtbau-weserbogen",
  },
  hajo: {
    name: "Hajo Ellerbrink",
    organisation: "Leichtbau Weserbogen",
    network: "leichtbau-weserbogen",
    role: "network_admin",
  },
  joris: {
    name: "Joris Harkort-Meise",
    organisation: "Kreislaufverbund Rurtal",
    network: "kreislaufwirtschaft-rurtal",
    role: "network_admin",
  },
  sofia: { name: "Sofia Platzhalter", organisation: "Testhof KG", network: "kreislaufwirtschaft-rurtal" },
  leyla: {
    name: "Dr. Leyla Probst",
    organisation: "Institut für Probetechnik",
    network: "quantenland-sued",
    role: "organizer",
  },
  ruven: {
    name: "Prof. Dr. Ruven Achterberg",
    organisation: "Universität Süderberg",
    network: "quantenland-sued",
    role: "network_admin",
  },
  malin: {
    name: "Malin Ruprecht",
    organisation: "Photonikwerk Saale",
    network: "photonikkreis-saaletal",
    role: "network_admin",
  },
  birte: {
    name: "Dr. Birte Osterkamp",
    organisation: "Diagnostik Elbtal GmbH",
    network: "infektionsdiagnostik-elbtal",
    role: "network_admin",
  },
  nils: {
    name: "Dr. med. Nils Grotjahn",
    organisation: "Praxisverbund Elbaue",
    network: "infektionsdiagnostik-elbtal",
  },
  miriam: {
    name: "Miriam Testfeld",
    organisation: "Vordruck Medizin GmbH",
    network: "medizintechnik-alpenrand",
    role: "network_admin",
  },
  thore: {
    name: "Thore Lindholz",
    organisation: "Küstenwind Elektrolyse GmbH",
    network: "wasserstoff-kueste",
    role: "network_admin",
  },
  gesa: { name: "Gesa Vermerk", organisation: "Hochschule Probestadt", network: "wasserstoff-kueste" },
  maren: {
    name: "Maren Heidekamp",
    organisation: "Regionale Wertschöpfung Heideland",
    network: "regionale-wertschoepfung-heideland",
    role: "network_admin",
  },
  fiete: {
    name: "Fiete Rosengarten",
    organisation: "Wirtschaftsförderung Heideland",
    network: "regionale-wertschoepfung-heideland",
    role: "organizer",
  },
  paul: {
    name: "Paul Formular",
    organisation: "Blanko Logistik AG",
    network: "logistik-nordkai",
    role: "network_admin",
  },
  karim: {
    name: "Karim Modell",
    organisation: "Musterwerk AG",
    network: "neue-materialien-frankenhoehe",
    role: "network_admin",
  },
  rana: {
    name: "Rana Beleg",
    organisation: "Ostbogen Halbleiter GmbH",
    network: "mikroelektronik-ostbogen",
    role: "network_admin",
  },
  ben: {
    name: "Ben Rahmen",
    organisation: "Holzprobe GmbH",
    network: "holz-und-bau-mittelgebirge",
    role: "network_admin",
  },
  dorothee: {
    name: "Dorothee Ackermoos",
    organisation: "Institut für Lebensmittelketten",
    network: "lebensmittel-boerde",
    role: "network_admin",
  },
  vincent: {
    name: "Vincent Rebhuhn",
    organisation: "Antriebswerk Neckar GmbH",
    network: "mobilitaet-neckarland",
    role: "network_admin",
  },
  entwurf: {
    name: "Noemi Entwurf",
    organisation: "Skizzenlabor UG",
    network: "biointelligenz-rheinbogen",
    role: "network_admin",
  },
  keno: {
    name: "Keno Sternhagen",
    organisation: "Hansesat GmbH",
    network: "raumfahrt-hanseraum",
    role: "network_admin",
  },
  imogen: {
    name: "Dr. Imogen Hartlake",
    organisation: "Spektralhaus AG",
    network: "photonikkreis-saaletal",
    locale: "en",
  },
  rafael: {
    name: "Rafael Quintavale",
    organisation: "Quarzwerk Analytik",
    network: "sensoriknetz-oberland",
    locale: "en",
  },
} as const satisfies Record<string, CastMember>;

export type CastKey = keyof typeof cast;
