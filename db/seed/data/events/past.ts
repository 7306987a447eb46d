import type { EventPlan } from "./event-plan";

/** The first days of the week: over when the demo starts. */
export const pastEvents: readonly EventPlan[] = [
  {
    slug: "eroeffnung-wertschoepfung-neu-verknuepfen",
    kind: "forum",
    mode: "forum",
    network: "regionale-wertschoepfung-heideland",
    coHosts: [{ network: "lebensmittel-boerde" }, { network: "logistik-nordkai" }],
    when: { day: -4, at: "10:00" },
    title: "Eröffnung: Wertschöpfung neu verknüpfen",
    summary:
      "Was eine Region herstellt, verarbeitet und verbraucht, passt oft besser zusammen, als die Beteiligten ahnen. Das Eröffnungsforum zeigt drei Verbindungen, die sich bewährt haben, und fragt, welche noch fehlen.",
    description:
      "Eine Mühle, die ihre Nebenströme an einen Werkstoffhersteller abgibt. Ein Hafen, der leere Rückfahrten mit Ware aus dem Binnenland füllt. Eine Kommune, die Ausschreibungen so schneidet, dass auch der Betrieb im Nachbarort mitbieten kann. In kurzen Berichten erfahren Sie, wie es dazu kam, was es gekostet hat und woran es beinahe gescheitert wäre.\n\nDanach gehört das Wort Ihnen: Melden Sie sich, fragen Sie nach und erzählen Sie, welche Verbindung Ihnen fehlt.",
    topics: ["regionale-wertschoepfung", "logistik"],
    capacity: 300,
    confirmed: 168,
    cancelled: 6,
    cohosts: ["fiete"],
    registered: ["anna", "amara"],
    agenda: [
      { title: "Begrüßung und Ausblick auf die Woche", kind: "welcome", minutes: 10, speakers: ["maren"] },
      {
        title: "Drei Verbindungen aus der Praxis",
        kind: "presentation",
        minutes: 35,
        speakers: ["fiete", "dorothee", "paul"],
      },
      {
        title: "Was fehlt? Wortmeldungen aus den Netzwerken",
        kind: "discussion",
        minutes: 45,
        speakers: ["maren"],
      },
    ],
  },
  {
    slug: "waermewende-im-gewerbegebiet",
    kind: "webinar",
    mode: "stage",
    network: "energiewende-nordkante",
    coHosts: [{ network: "holz-und-bau-mittelgebirge" }],
    when: { day: -3, at: "11:15" },
    title: "Wärmewende im Gewerbegebiet",
    summary:
      "Abwärme verlässt viele Hallen durch das Dach, während nebenan geheizt wird. Zwei Gewerbegebiete haben daraus ein gemeinsames Netz gemacht und legen ihre Zahlen offen.",
    description:
      "Sie sehen, wie aus den Lastgängen von elf Betrieben ein Wärmeplan wurde, welche Temperaturen sich lohnen und wie die Kosten verteilt werden, ohne dass jemand draufzahlt. Die Stadtwerke berichten, was in den Verträgen stehen sollte, bevor der erste Graben offen ist.\n\nDas Webinar richtet sich an Betriebe, Planungsbüros und Kommunen. Vorwissen ist nicht nötig.",
    topics: ["energiewende"],
    capacity: 200,
    confirmed: 121,
    cancelled: 4,
    registered: ["anna"],
    agenda: [
      { title: "Begrüßung", kind: "welcome", minutes: 5, speakers: ["wibke"] },
      {
        title: "Elf Betriebe, ein Netz: vom Lastgang zum Wärmeplan",
        kind: "presentation",
        minutes: 35,
        speakers: ["lena"],
      },
      { title: "Verträge, bevor gegraben wird", kind: "presentation", minutes: 25, speakers: ["korbinian"] },
      { title: "Fragen und Antworten", kind: "discussion", minutes: 25, speakers: ["wibke"] },
    ],
  },
  {
    slug: "wasserstoff-im-mittelstand",
    kind: "webinar",
    mode: "stage",
    network: "wasserstoff-kueste",
    coHosts: [{ network: "energiewende-nordkante" }, { network: "mobilitaet-neckarland" }],
    when: { day: -1, at: "11:15" },
    title: "Wasserstoff im Mittelstand: vom Pilot zur Anlage",
    summary:
      "Ein Elektrolyseur im Container ist schnell bestellt. Bis daraus eine Anlage wird, die jeden Tag läuft, vergehen oft zwei Jahre. Dieses Webinar verkürzt den Weg.",
    description:
      "Genehmigung, Wasseraufbereitung, Speicher, Wartung: Zwei Betriebe berichten, was sie heute anders planen würden, und eine Hochschule zeigt, welche Messungen vor der Abnahme unverzichtbar sind. Am Ende steht eine Liste mit zwölf Fragen, die Sie jedem Anbieter stellen sollten.",
    topics: ["wasserstoff", "energiewende"],
    capacity: 250,
    confirmed: 97,
    cancelled: 3,
    agenda: [
      { title: "Begrüßung", kind: "welcome", minutes: 5, speakers: ["thore"] },
      {
        title: "Zwei Jahre in zwanzig Minuten: eine Anlage am Hafen",
        kind: "presentation",
        minutes: 25,
        speakers: ["thore"],
      },
      { title: "Messen vor der Abnahme", kind: "presentation", minutes: 25, speakers: ["gesa"] },
      { title: "Zwölf Fragen an Anbieter", kind: "discussion", minutes: 35, speakers: ["thore", "gesa"] },
    ],
  },
];
