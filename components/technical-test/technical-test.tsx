"use client";

import { useEffect, useState } from "react";
import { BrowserCheck } from "@/components/technical-test/browser-check";
import { CameraCheck } from "@/components/technical-test/camera-check";
import { ConnectionCheck } from "@/components/technical-test/connection-check";
import { MicrophoneCheck } from "@/components/technical-test/microphone-check";
import { ownDevices, stopAll } from "@/components/technical-test/own-devices";
import { ReportCard } from "@/components/technical-test/report-card";
import { SpeakerCheck } from "@/components/technical-test/speaker-check";
import { useFindings } from "@/components/technical-test/use-findings";

/** All checks, each started by its own button, and the report of what they found. */
export function TechnicalTest() {
  const [devices] = useState(ownDevices);
  const test = useFindings();
  useEffect(() => () => stopAll(devices), [devices]);
  return (
    <div className="stack gap-5">
      <BrowserCheck {...test} />
      <CameraCheck {...test} devices={devices} />
      <MicrophoneCheck {...test} devices={devices} />
      <SpeakerCheck {...test} devices={devices} />
      <ConnectionCheck {...test} />
      <ReportCard findings={test.findings} />
    </div>
  );
}
