import { z } from "zod";
import { sql } from "../fixtures/database";
import { linkIn, mailOfKind } from "../fixtures/mailbox";
import { callAction } from "../fixtures/server-actions";
import { Visitor } from "../fixtures/visitor";
import { moveEvent, planDraft } from "../security/planning-over-http";
import { freshAddress, registerOverHttp } from "../security/registering-over-http";

/** Live all day, on the desk of the organizer persona. */
export const LIVE = "schwingungen-verstehen";
const DESK = "/o/sensoriknetz-oberland";

/** What everybody may open. */
export const openPages = [
  ...["/", "/events", "/events/find?q=sensor", "/s", "/n/sensoriknetz-oberland"],
  ...["/n/sensoriknetz-oberland/legal", `/e/${LIVE}`, `/e/${LIVE}/register`, "/e/energiewende"],
  ...[
    `/e/${LIVE}/registered`,
    "/login",
    "/login/code",
    "/login/organisation?why=unverified",
    "/signin/confirm",
    "/signin/other",
    "/r/reg_missing",
  ],
  ...[
    "/me/talks/requests/missing",
    "/me/talks/invitations/missing",
    "/me/data/erased",
    "/me/data/address",
    "/i/missing",
    "/missing",
  ],
  ...["/unsubscribe?token=forged", "/impressum", "/datenschutz", "/barrierefreiheit", "/kontakt", "/technik"],
];

/** What a signed-in participant may open besides. */
export const participantPages = ["/me", "/me/talks", "/me/profile", "/me/data", "/me/data/copy"];

const office = ["", "/new", "/series", "/series/new", "/templates", "/templates/import", "/retention"];
const officePages = ["/office", "/office/board", "/office/topics", "/office/roles", "/office/look"];
const eventPages = [
  "",
  "/people",
  "/roles",
  "/numbers",
  "/people/add",
  "/people/import",
  "/people/invite",
  "/form",
];
const eventPagesToo = [
  "/materials",
  "/polls",
  "/report",
  "/run",
  "/copy",
  "/mails",
  "/mails/words/confirmed",
  "/mail-log",
];
const doorPages = ["", "?q=a", "/list", "/badges"];

/** What the organizer persona may open besides. */
export const organizerPages = [
  `/console/${LIVE}`,
  ...doorPages.map((page) => `/checkin/${LIVE}${page}`),
  ...[...office, ...officePages].map((page) => `${DESK}${page}`),
  "/o/offered/missing",
  // Of a partner's event with talks, in which this office takes part.
  "/o/regionale-wertschoepfung-heideland/e/angebote-treffen-gesuche/talks-report",
  ...[...eventPages, ...eventPagesToo].map((page) => `${DESK}/e/${LIVE}${page}`),
];

/**
 * Pages that stand for one row each: the week of the demo, and of an event made for this a registration, the page of its
 * holder, an invitation, a message before it is sent, and the pages
 * of its hall. `link` lets in whoever opens it first; `desk` belongs to the organizer persona, `open` to whoever has the link.
 */
export async function pagesOfRows(): Promise<{ link: string; open: string[]; desk: string[] }> {
  const organizer = await new Visitor().signInAs("organizer");
  const event = await planDraft(organizer, `Jede Seite ${crypto.randomUUID()}`);
  await moveEvent(organizer, event, "publish");
  const email = freshAddress("jede-seite");
  await registerOverHttp(new Visitor(), { slug: event.slug, email, name: "Jeremias von und zu Langenhagen" });
  const mails = `${event.page}/mails`;
  const say = async (page: string, name: string, form: Record<string, string>) => {
    const given = { action: `actions/${name}`, page, form: { eventId: event.id, ...form } };
    const { text } = await callAction(organizer, given);
    // Done, or led on to another page; what was made is read below.
    if (text.includes('"status":"refused"')) throw new Error(`${name} was refused`);
  };
  await say(event.page, "registration.ts#createInvitationAction", { label: "Fachgruppe", maxUses: "2" });
  await say(mails, "notifications.ts#saveCircularAction", {
    ...{ back: mails, locale: "de", statuses: "confirmed", purpose: "event" },
    ...{ subjectDe: "Noch eine Stunde", bodyDe: "Guten Tag {name}, es geht los." },
  });
  const [row] = await sql(
    z.object({
      ...{ registration: z.string(), code: z.string(), circular: z.string(), series: z.string() },
      entry: z.string(),
    }),
    `select (select id from registrations where event_id = $1) as registration,
            (select code from invitations where event_id = $1) as code,
            (select id from circulars where event_id = $1) as circular,
            (select id from entries where audience = 'public' order by created_at limit 1) as entry,
            (select slug from series where slug like 'clusterwoche-%') as series`,
    [event.id],
  );
  if (!row) throw new Error("nothing was made");
  const addresses = await organizer.ask(`/api/rooms/${event.slug}/questions/settings`, {
    json: { hall: "renew", projector: "renew" },
  });
  const onWall = await organizer.ask(`/api/rooms/${event.slug}/wall`, { json: { wish: "renew" } });
  const { wall } = z.object({ wall: z.string() }).parse(JSON.parse(onWall.text));
  const { hall, projector } = z
    .object({ hall: z.string(), projector: z.string() })
    .parse(JSON.parse(addresses.text));
  const link = new URL(linkIn(await mailOfKind(email, "registration.confirmed"), "/j/")).pathname;
  return {
    link,
    open: [
      ...[`/hall/${hall}`, `/projector/${projector}`, `/wall/${wall}`],
      ...[`/r/${row.registration}`, `/i/${row.code}`, `/s/${row.series}`, `/s/${row.series}/register`],
      `/s/${row.series}/registered?${event.id}=confirmed`,
      `/s/${row.series}/board`,
      `/s/${row.series}/board?q=spritzguss&cooperation=rnd`,
      `/s/${row.series}/board/${row.entry}`,
    ],
    desk: [
      `/s/${row.series}/board/new`,
      `${DESK}/series/${row.series}`,
      `${DESK}/series/${row.series}/talks-report`,
      `${event.page}/people/${row.registration}`,
      `${event.page}/mails/${row.circular}`,
    ],
  };
}
