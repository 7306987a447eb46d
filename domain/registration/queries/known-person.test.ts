import { expect, it } from "vitest";
import { guest, personActor, seatActor } from "@/db/testing/actors";
import { anEvent, aPerson, aRegistration } from "@/db/testing/makers";
import { knownPerson } from "./known-person";

type Said = Parameters<typeof aRegistration>[1];
const day = (day: number) => new Date(Date.UTC(2026, 10, day));
const registered = async (values: Said) => aRegistration(await anEvent(), { provenAt: day(1), ...values });

it("is the profile, whatever was said when registering", async () => {
  const person = await aPerson({ name: "Nele Beispiel", organisation: "Beispielwerk" });
  await registered({ personId: person.id, name: "N. B.", organisation: "Anderswo" });
  const { email } = person;
  expect(await knownPerson(personActor(person))).toEqual({
    ...{ name: "Nele Beispiel", email, organisation: "Beispielwerk" },
  });
});

it("is what was last said where the profile is silent, for each field by itself", async () => {
  const person = await aPerson({ name: "" });
  const personId = person.id;
  await registered({ personId, name: "Nele alt", organisation: "Altwerk", createdAt: day(1) });
  await registered({ personId, name: "Nele", organisation: "Beispielwerk", createdAt: day(2) });
  await registered({ personId, name: "Nele Neu", organisation: "", createdAt: day(3) });
  const { email } = person;
  expect(await knownPerson(personActor(person))).toEqual({
    ...{ name: "Nele Neu", email, organisation: "Beispielwerk" },
  });
});

it("is the profile in what it says, and what was last said in the rest", async () => {
  const person = await aPerson({ name: "", organisation: "Beispielwerk" });
  await registered({ personId: person.id, name: "Nele", organisation: "Anderswo" });
  expect(await knownPerson(personActor(person))).toMatchObject({
    name: "Nele",
    organisation: "Beispielwerk",
  });
  const named = await aPerson({ name: "Ole" });
  await registered({ personId: named.id, name: "O.", organisation: "Werkhof" });
  expect(await knownPerson(personActor(named))).toMatchObject({ name: "Ole", organisation: "Werkhof" });
});

it("is never what somebody else said, nor what this browser holds a link of", async () => {
  const person = await aPerson({ name: "" });
  const { email } = person;
  await registered({ personId: (await aPerson()).id, name: "Fremd", organisation: "Fremdwerk" });
  const typed = await registered({ email, provenAt: null, name: "Getippt", organisation: "Irgendwo" });
  const other = await registered({ name: "Kollegin", organisation: "Nebenan" });
  const actor = { ...personActor(person), seats: [typed, other].flatMap((row) => seatsOf(row)) };
  expect(await knownPerson(actor)).toEqual({ name: "", email, organisation: "" });
  for (const viewer of [guest, seatActor(other)]) expect(await knownPerson(viewer)).toBeNull();
});

function seatsOf(row: Parameters<typeof seatActor>[0]) {
  const actor = seatActor(row);
  return "seats" in actor ? actor.seats : [];
}
