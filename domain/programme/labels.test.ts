import { expect, it } from "vitest";
import { seriesWords } from "./labels";

it("calls a series in English what it is called there, and in German else", () => {
  const part = { title: "Woche", summary: "Kurz", titleEn: "", summaryEn: "" };
  expect(seriesWords(part, "en")).toEqual({ title: "Woche", summary: "Kurz" });
  expect(seriesWords({ ...part, titleEn: "Week" }, "en")).toEqual({ title: "Week", summary: "" });
  expect(seriesWords({ ...part, titleEn: "Week", summaryEn: "Short" }, "en").summary).toBe("Short");
  expect(seriesWords({ ...part, titleEn: "Week" }, "de").title).toBe("Woche");
});
