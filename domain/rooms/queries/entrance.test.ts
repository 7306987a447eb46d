import { expect, it } from "vitest";
import { db } from "@/db/client";
import { claimActor, seatActor } from "@/db/testing/actors";
import { aClaim, anEvent, aRegistration } from "@/db/testing/makers";
import { eventScope } from "@/domain/programme/queries";
import { findEntrance } from "./entrance";

type Status = "confirmed" | "waiting" | "offered" | "pending" | "declined" | "cancelled";

async function standing(status: Status, attendance: "online" | "onsite" = "online") {
  const made = await anEvent();
  const offer = status === "offered" ? { offeredUntil: new Date(Date.now() + 3_600_000) } : {};
  const registration = await aRegistration(made, { status, attendance, ...offer });
  const event = await eventScope(db(), made.id);
  if (!event) throw new Error("the event is not there");
  const entranceOf = async (actor: Parameters<typeof findEntrance>[1]) =>
    (await findEntrance(db(), actor, event))?.waiting;
  return [
    await entranceOf(seatActor(registration)),
    await entranceOf(claimActor(registration, await aClaim(registration))),
  ];
}

it.each([
  ["confirmed", false],
  ["waiting", true],
  ["offered", true],
  ["pending", true],
  ["declined", undefined],
  ["cancelled", undefined],
] as const)("a %s registration comes in without a seat: %s", async (status, waiting) => {
  expect(await standing(status)).toEqual([waiting, waiting]);
});

it.each([
  ["confirmed", false],
  ["waiting", true],
] as const)(
  "a seat on site opens the room as one online does, and only a seat: %s",
  async (status, waiting) => {
    expect(await standing(status, "onsite")).toEqual([waiting, waiting]);
  },
);
