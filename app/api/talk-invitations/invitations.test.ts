import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { meetingPeople } from "@/db/schema/matchmaking";
import { talkInvitations } from "@/db/schema/matchmaking-groups";
import { anOffer, aTalk } from "@/db/testing/group-talks";
import { cookiesFrom, formPost, openMailed } from "@/db/testing/requests";
import { aTaker, aTalkEvent } from "@/db/testing/talks";
import { origin } from "@/lib/env";
import { registrationLink, talkInvitationLink } from "@/lib/tokens";
import { GET as openRegistration } from "../../j/[token]/route";
import { GET as openLink } from "../../t/[token]/route";
import { POST as cancel } from "../meetings/[id]/cancel/route";
import { POST as invite } from "../meetings/[id]/invite/route";
import { POST as agree } from "./[id]/agree/route";
import { POST as answer } from "./[id]/answer/route";
import { POST as withdraw } from "./[id]/withdraw/route";

const post = (body: Record<string, string>, options?: Parameters<typeof formPost>[2]) =>
  formPost("/api/talk-invitations", body, options);
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const open = (token: string) => openMailed(openLink, `${origin()}/t/${token}`);

/** The cookie of a browser that has opened the mailed link of a registration. */
const linkCookie = async (id: Parameters<typeof registrationLink>[0]) =>
  cookiesFrom(await openMailed(openRegistration, await registrationLink(id)));

async function offered() {
  const talk = await aTalk(await aTalkEvent());
  const cem = await aTaker(talk.event);
  const invitationId = await anOffer(talk, cem);
  const link = await talkInvitationLink({ invitationId, personId: cem.person.id });
  return { talk, cem, invitationId, token: link.split("/t/")[1] ?? "" };
}
const statusOf = async (id: string) => {
  const rows = await db().select().from(talkInvitations);
  return rows.find((row) => row.id === id)?.status;
};

describe("the doors of invitations into talks", () => {
  it("the mailed link answers nothing and leads to a page; then a form without JavaScript comes along", async () => {
    const { talk, cem, invitationId, token } = await offered();
    const opened = await open(token);
    const page = `/me/talks/invitations/${invitationId}`;
    expect([opened.status, opened.headers.get("location")]).toEqual([303, page]);
    expect(await statusOf(invitationId)).toBe("offered");
    const cookie = cookiesFrom(opened);
    const response = await answer(
      post({ back: page, locale: "en", answer: "yes" }, { cookie }),
      at(invitationId),
    );
    expect([response.status, response.headers.get("location")]).toEqual([303, `/en${page}?done=joined`]);
    const mine = await db().$count(meetingPeople, eq(meetingPeople.personId, cem.person.id));
    expect(mine).toBe(1);
    // Out again: its own page is not this one's any more.
    const out = await cancel(post({ back: `/me/talks/${talk.meetingId}` }, { cookie }), at(talk.meetingId));
    expect(out.headers.get("location")).toBe("/me/talks?done=left");
  });

  it("the two sides propose, agree and take back by their own links", async () => {
    const talk = await aTalk(await aTalkEvent());
    const cem = await aTaker(talk.event);
    const [anna, ben] = [
      await linkCookie(talk.anna.registration.id),
      await linkCookie(talk.ben.registration.id),
    ];
    const back = `/me/talks/${talk.meetingId}`;
    const none = await invite(post({ back, personId: "" }, { json: true, cookie: anna }), at(talk.meetingId));
    expect(await none.json()).toMatchObject({ failure: { fields: { personId: ["choose_person"] } } });
    const form = { back, personId: cem.person.id };
    const proposed = await invite(post(form, { cookie: anna }), at(talk.meetingId));
    expect(proposed.headers.get("location")).toBe(`${back}?done=proposed`);
    const ofTalk = eq(talkInvitations.meetingId, talk.meetingId);
    const [row] = await db().select().from(talkInvitations).where(ofTalk);
    const id = row?.id ?? "";
    const agreed = await agree(post({ back, answer: "yes" }, { cookie: ben }), at(id));
    expect(agreed.headers.get("location")).toBe(`${back}?done=agreed`);
    const gone = await withdraw(post({ back }, { cookie: anna }), at(id));
    expect(gone.headers.get("location")).toBe(`${back}?done=uninvited`);
    expect(await statusOf(id)).toBe("withdrawn");
  });

  it("a cut link, or one of another invitation, answers nothing", async () => {
    const { invitationId } = await offered();
    const other = await offered();
    for (const token of ["unsinn", other.token.slice(0, -3), other.token]) {
      const cookie = cookiesFrom(await open(token));
      const response = await answer(post({ answer: "yes" }, { json: true, cookie }), at(invitationId));
      expect(response.status).toBe(404);
    }
    expect(await statusOf(invitationId)).toBe("offered");
  });
});
