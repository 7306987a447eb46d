import type { NetworkSlug } from "./networks";

/** Invented organisations, filed under the network they belong to. */
export const organisations: Record<NetworkSlug, readonly string[]> = {
  "sensoriknetz-oberland": [
    "Feinklang Messtechnik GmbH",
    "Hochschule Oberland",
    "Allgäuer Messgeräte GmbH",
    "Quarzwerk Analytik",
    "Druckpunkt Sensoren KG",
  ],
  "ki-netz-mitte": [
    "Datenwerft eG",
    "Probewerk GmbH",
    "Institut für Lernende Systeme Mitte",
    "Rechenhof Software GmbH",
  ],
  "energiewende-nordkante": [
    "Nordlicht Speicher GmbH",
    "Stadtwerke Unterlauf",
    "Leerfeld Energie eG",
    "Wärmeverbund Nordkante",
    "Ingenieurbüro Deichkrone",
  ],
  "quantenland-sued": [
    "Institut für Probetechnik",
    "Spinwerk GmbH",
    "Universität Süderberg",
    "Diamantgitter Sensoren GmbH",
  ],
  "regionale-wertschoepfung-heideland": [
    "Institut für Grenzflächen Heideland",
    "Wirtschaftsförderung Heideland",
    "Heidekorn Mühle KG",
    "Handwerkskammer Musterheide",
  ],
  "infektionsdiagnostik-elbtal": [
    "Diagnostik Elbtal GmbH",
    "Praxisverbund Elbaue",
    "Labor Weinbergweg",
    "Klinikum Elbtal-Mitte",
  ],
  "photonikkreis-saaletal": [
    "Photonikwerk Saale",
    "Linsenschliff Manufaktur GmbH",
    "Spektralhaus AG",
    "Laserzentrum Saaletal",
  ],
  "leichtbau-weserbogen": [
    "Beispiel GmbH",
    "Mikroform Spritzguss GmbH",
    "Faserwerk Weser GmbH",
    "Technikum Weserbogen",
    "Formenbau Brückenort KG",
  ],
  "wasserstoff-kueste": [
    "Küstenwind Elektrolyse GmbH",
    "Hochschule Probestadt",
    "Hafengas Nord GmbH",
    "Tidestrom AG",
  ],
  "medizintechnik-alpenrand": [
    "Vordruck Medizin GmbH",
    "Klinik am Alpenrand",
    "Implantwerk Voralpen GmbH",
    "Zulassungsbüro Bergblick",
  ],
  "mikroelektronik-ostbogen": [
    "Ostbogen Halbleiter GmbH",
    "Bondtechnik Neiße KG",
    "Leiterbahn Manufaktur GmbH",
  ],
  "kreislaufwirtschaft-rurtal": [
    "Kreislaufverbund Rurtal",
    "Testhof KG",
    "Rückbau Rur GmbH",
    "Sortierwerk Westbogen",
  ],
  "holz-und-bau-mittelgebirge": [
    "Holzprobe GmbH",
    "Zimmerei Bergahorn",
    "Forstkontor Mittelgebirge",
    "Planwerk Holzbau",
  ],
  "lebensmittel-boerde": [
    "Börde Feinkost GmbH",
    "Molkerei Schwarzerde",
    "Hof Zuckerrübe GbR",
    "Institut für Lebensmittelketten",
  ],
  "logistik-nordkai": [
    "Blanko Logistik AG",
    "Nordkai Umschlag GmbH",
    "Kranhaus Systeme",
    "Lastenrad Hafenrand eG",
  ],
  "mobilitaet-neckarland": ["Antriebswerk Neckar GmbH", "Werkstattnetz Süd", "Verkehrsbetriebe Rebenhang"],
  "neue-materialien-frankenhoehe": [
    "Musterwerk AG",
    "Hartstoff Franken GmbH",
    "Beschichtung Altmühl KG",
    "Institut für Keramik Frankenhöhe",
  ],
  "biointelligenz-rheinbogen": ["Skizzenlabor UG", "Enzymwerk Rhein GmbH", "Hochschule Rheinbogen"],
  "raumfahrt-hanseraum": ["Hansesat GmbH", "Bodenstation Alster", "Orbitdaten Kontor"],
};
