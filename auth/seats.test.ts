import { expect, it } from "vitest";
import type { Seat } from "@/domain/grants";
import { cookiesIn } from "@/lib/cookies";
import { newId } from "@/lib/ids";
import { seatsCookie, seatsIn, withSeat } from "./seats";

const seat = (via: Seat["via"]): Seat => ({
  registrationId: newId("registration"),
  eventId: newId("event"),
  via,
  ...(via === "claim" ? { claimId: newId("claim") } : {}),
});
const all = (seats: Seat[]) => seats.reduce(withSeat, []);
const many = (count: number, via: Seat["via"]) => Array.from({ length: count }, () => seat(via));

it("no number of typed addresses pushes a mailed link out of a browser", () => {
  const mailed = many(20, "mail");
  const held = all([...mailed, ...many(60, "claim")]);
  expect(held.filter(({ via }) => via === "mail")).toEqual(mailed);
  expect(held.length).toBeLessThanOrEqual(24);
});

it("the newest registration always finds room, whatever else is held", () => {
  const newest = seat("claim");
  expect(withSeat(all(many(20, "mail")), newest)).toContainEqual(newest);
  expect(withSeat(all(many(20, "claim")), newest)).toContainEqual(newest);
});

it.each([
  ["mailed links and claims", [...many(20, "mail"), ...many(4, "claim")]],
  ["claims alone", many(20, "claim")],
])("as many %s as are kept fit into one cookie and come out of it again", async (_what, seats) => {
  const held = all(seats);
  const cookie = await seatsCookie(held);
  expect(cookie.length).toBeLessThan(4_096);
  expect(await seatsIn(cookiesIn(cookie.split(";", 1)[0] ?? ""))).toEqual(held);
});
