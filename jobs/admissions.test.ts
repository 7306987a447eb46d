import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { mails } from "@/db/schema/notifications";
import { registrations } from "@/db/schema/registration";
import { seatActor } from "@/db/testing/actors";
import { anEventWith, registered, rowOf } from "@/db/testing/seats";
import { proveRegistration } from "@/domain/registration/commands/prove-registration";
import { waitsForProof } from "@/domain/registration/queries/unproven-request";
import { admitProven } from "./admissions";
import { writeRegistrationMail } from "./mails/registration";

const fact = (payload: object) => ({ id: "fct_1", kind: "registration.proven", payload, at: new Date() });

it("whoever proves the address they asked with gets what the rules give, and mails say how", async () => {
  const { event } = await anEventWith({ approval: true, confirmDomains: ["example.org"] });
  const row = await registered(event.id, "ada");
  const mailOf = async (kind: "registration.pending" | "registration.confirmed") => {
    await writeRegistrationMail(kind, row.id, kind);
    const found = await db().select().from(mails).where(eq(mails.subjectId, row.id));
    return found.find((mail) => mail.kind === kind);
  };
  expect((await mailOf("registration.pending"))?.text).toMatch(/Adresse bestätigen: \S+\/j\//);
  expect(await waitsForProof(row.id)).toBe(true);
  await proveRegistration({ actor: seatActor(row), input: { registrationId: row.id } });
  expect(await waitsForProof(row.id)).toBe(false);
  const told = fact({ registrationId: row.id, eventId: event.id });
  await Promise.all([admitProven(told), admitProven(told)]);
  expect(await rowOf(row.id)).toMatchObject({ status: "confirmed" });
  expect((await mailOf("registration.confirmed"))?.text).toContain("Teilnehmen:");
});

it("asks for no proof where no rule could grant the request", async () => {
  const { event } = await anEventWith({ approval: true });
  const row = await registered(event.id, "ada");
  await writeRegistrationMail("registration.pending", row.id, "fact");
  const [mail] = await db().select().from(mails).where(eq(mails.subjectId, row.id));
  expect(mail?.text).not.toContain("Adresse bestätigen");
  expect(await waitsForProof(row.id)).toBe(false);
});

it("whoever is gone by then gets nothing, and the worker goes on", async () => {
  const { event } = await anEventWith({ approval: true, confirmDomains: ["example.org"] });
  const row = await registered(event.id, "ada");
  await db().delete(registrations).where(eq(registrations.id, row.id));
  await admitProven(fact({ registrationId: row.id, eventId: event.id }));
  expect(await rowOf(row.id)).toBeUndefined();
});
