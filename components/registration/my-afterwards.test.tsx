import { expect, it } from "vitest";
import { markupOf } from "@/components/testing/markup";
import type { MyCertificate } from "@/domain/attendance/queries/certificate";
import { MyCertificateCard, MyFeedbackCard } from "./my-afterwards";

const registrationId = "reg_abcdefgh" as const;

it("asks with five buttons of a plain form, and for words only once one is pressed", () => {
  const asked = markupOf(<MyFeedbackCard feedback={{ registrationId, score: null, note: "" }} locale="de" />);
  expect(
    [...asked.matchAll(/<button(?=[^>]*name="score")[^>]*value="(\d)"/g)].map(([, value]) => value),
  ).toEqual(["1", "2", "3", "4", "5"]);
  expect(asked).toContain(`action="/api/registrations/${registrationId}/feedback"`);
  expect(asked).not.toContain("<textarea");
  const given = markupOf(
    <MyFeedbackCard feedback={{ registrationId, score: 4, note: "Gern" }} locale="de" />,
  );
  expect(given).toMatch(/<button(?=[^>]*value="4")[^>]*aria-pressed="true"/);
  expect(given).toMatch(/<textarea[^>]*>Gern<\/textarea>/);
});

const certificate: MyCertificate = {
  problem: undefined,
  rule: { isOffered: true, minMinutes: 30 },
  seconds: 2_400,
  isLetIn: false,
};
const cardOf = (change: Partial<MyCertificate>) =>
  markupOf(
    <MyCertificateCard
      certificate={{ ...certificate, ...change }}
      registrationId={registrationId}
      locale="de"
    />,
  );

it("offers the certificate, or says what is missing for it", () => {
  expect(cardOf({})).toContain("Sie waren 40 Minuten dabei.");
  expect(cardOf({})).toContain(`action="/api/registrations/${registrationId}/certificate"`);
  expect(cardOf({ isLetIn: true, seconds: 0 })).toContain("Sie waren vor Ort dabei.");
  const short = cardOf({ problem: "too_short", seconds: 600 });
  expect(short).toContain("Sie waren 10 Minuten dabei; eine Bescheinigung gibt es ab 30 Minuten.");
  expect(short).not.toContain("<form");
  expect(cardOf({ problem: "not_over" })).toContain("nach dem Ende, ab 30 Minuten");
});
