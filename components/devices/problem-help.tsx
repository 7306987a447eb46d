"use client";

import { useTranslations } from "next-intl";
import { type Place, placeOf } from "@/realtime/client/browser-place";
import type { DeviceProblem } from "@/realtime/client/ports";

/** Step by step where the permission is, for the browser or the system one sits at. */
export function ProblemHelp({ problem }: { problem: DeviceProblem }) {
  const t = useTranslations("devices.help");
  const places = placesFor(problem);
  if (places.length === 0) return null;
  return (
    <details className="problem-help">
      <summary>{t("summary")}</summary>
      <ul>
        {places.map((place) => (
          <li key={place}>{t(place)}</li>
        ))}
      </ul>
    </details>
  );
}

function placesFor(problem: DeviceProblem): Place[] {
  const { browser, system } = placeOf(navigator.userAgent);
  if (problem === "blocked_page") return [browser];
  return problem === "blocked_system" || problem === "blocked_system_microphone" ? [system] : [];
}
