import { z } from "zod";
import { Visitor } from "../fixtures/visitor";
import { OfficeOverHttp, type Registered, registers } from "./office";

const json = { accept: "application/json" };
const storedAs = z.object({ id: z.string() });
const addressesOf = z.object({ hall: z.string(), projector: z.string() });
const LONG_NAME = "Prof. Dr.-Ing. Maximiliane Freifrau von Oberweißbach-Schmidt-Rottluff";

const words = {
  retrofit: "Wie rechnet sich die Nachrüstung von Drucksensoren an Anlagen, die schon zwanzig Jahre laufen?",
  liable: "Wer haftet, wenn ein Sensor falsch misst?",
  slides: "Gibt es die Folien hinterher?",
  again: "Bekommen wir die Folien?",
  sound: "Ist der Ton hinten gut?",
  break: "Wann ist Pause?",
  unfit: "Warum ist das Essen so schlecht?",
  long:
    "Wir betreiben an drei Standorten rund vierhundert Messstellen, die teils analog, teils über Feldbusse und teils schon über Funk angebunden sind. " +
    "Welche Schritte raten Sie uns, wenn wir alles in eine Datenplattform bringen wollen, ohne die Linie anzuhalten, und wie gehen Sie mit der " +
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsverordnung um?",
} as const;
type Words = keyof typeof words;

async function said(visitor: Visitor, path: string, body: object): Promise<string> {
  const { status, text } = await visitor.ask(path, { json: body, headers: json });
  if (status >= 400) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
  return text;
}

export type QuestionWorld = Awaited<ReturnType<typeof makeQuestions>>;

/** A webinar in which much was asked, in its room and its hall: one on the stage, one answered, one merged, one that waits. */
export async function makeQuestions(title: string) {
  const office = new OfficeOverHttp();
  await office.organizer.signInAs("organizer");
  const event = await office.publish(await office.draft({ title, startsAt: new Date() }));
  const host = office.organizer;
  const room = `/api/rooms/${event.slug}`;
  const joins = (visitor: Visitor) => said(visitor, `${room}/join`, { tab: crypto.randomUUID() });
  await joins(host);
  await said(host, `${room}/session`, { action: "open" });
  const set = (change: object) => said(host, `${room}/questions/settings`, change);
  const { hall, projector } = addressesOf.parse(JSON.parse(await set({ hall: "renew", projector: "renew" })));
  const guests: Registered[] = [];
  for (const name of ["Mareike Vogt", "Jan-Henrik Lindemann", "Carla Nowak-Öztürk", LONG_NAME]) {
    const guest = await registers(event, { name });
    await joins(guest.visitor);
    guests.push(guest);
  }
  const [mareike, jan, carla, professor] = guests.map(({ visitor }) => visitor);
  if (!mareike || !jan || !carla || !professor) throw new Error("four guests are needed");
  const phones = [new Visitor(), new Visitor()];
  for (const phone of phones) await phone.ask(`/api/hall/${hall}`);
  const [kim, phone] = phones;
  if (!kim || !phone) throw new Error("two phones are needed");
  const clientKey = () => crypto.randomUUID();
  const ask = async (visitor: Visitor, text: Words, anonymous = false) => {
    const body = { text: words[text], anonymous, clientKey: clientKey() };
    return storedAs.parse(JSON.parse(await said(visitor, `${room}/questions`, body))).id;
  };
  const act = (visitor: Visitor, id: string, action: string, more: object = {}) =>
    said(visitor, `${room}/questions/${id}`, { action, ...more });
  const retrofit = await ask(mareike, "retrofit");
  const liable = await ask(jan, "liable", true);
  const slides = await ask(carla, "slides");
  const again = await ask(professor, "again", true);
  const pause = await ask(jan, "break");
  const unfit = await ask(carla, "unfit", true);
  await ask(professor, "long");
  const fromHall = { text: words.sound, name: "Reihe 7", clientKey: clientKey() };
  await said(kim, `/api/hall/${hall}/questions`, fromHall);
  for (const visitor of [jan, carla, professor]) await act(visitor, retrofit, "vote");
  for (const questionId of [retrofit, liable])
    for (const visitor of phones) await said(visitor, `/api/hall/${hall}/votes`, { questionId, on: true });
  for (const visitor of [mareike, carla]) await act(visitor, liable, "vote");
  await act(mareike, slides, "vote");
  await act(host, again, "merge", { intoId: slides });
  await act(host, pause, "answer", { answer: "Um elf, für zwanzig Minuten, mit Kaffee im Foyer." });
  await act(host, unfit, "dismiss");
  await set({ isModerated: true });
  await said(phone, `/api/hall/${hall}/questions`, {
    ...fromHall,
    text: words.slides,
    clientKey: clientKey(),
  });
  const steps = {
    onAir: () => act(host, retrofit, "on_air"),
    answered: () => act(host, retrofit, "answer"),
    closed: () => set({ isOpen: false }),
    over: () => said(host, `${room}/session`, { action: "end" }),
  };
  return { slug: event.slug, hall, projector, host, guest: mareike, phone: kim, words, steps };
}
