"use client";

import { useTranslations } from "next-intl";
import { CheckCard } from "@/components/technical-test/check-card";
import type { CheckProps } from "@/components/technical-test/use-findings";
import { Button } from "@/components/ui/button";
import { type Abilities, aboutBrowser } from "@/realtime/client/findings";

/** Old browsers and pages without https lack these although their types say otherwise. */
const abilities = (): Abilities => ({
  secure: window.isSecureContext,
  webrtc: "RTCPeerConnection" in window && "AudioContext" in window && "WebSocket" in window,
  devices: "mediaDevices" in navigator && "getUserMedia" in navigator.mediaDevices,
});

export function BrowserCheck({ findings, note }: CheckProps) {
  const t = useTranslations("technical.card.browser");
  return (
    <CheckCard name="browser" checks={["browser"]} findings={findings}>
      <div className="row">
        <Button onClick={() => note("browser", aboutBrowser(abilities()))}>{t("start")}</Button>
      </div>
    </CheckCard>
  );
}
