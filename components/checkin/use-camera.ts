"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { z } from "zod";
import { scanFrames } from "./scan-frames";

export type CameraState = "off" | "starting" | "on" | "refused" | "missing";

const lamp = z.object({ torch: z.literal(true) });

/** Only some telephones have a lamp that a page may switch, and TypeScript's list of what a camera can do leaves it out. */
const hasTorch = (track: MediaStreamTrack | undefined): boolean =>
  lamp.safeParse(track?.getCapabilities?.()).success;

async function switchTorch(track: MediaStreamTrack | undefined, isOn: boolean): Promise<boolean> {
  const light: MediaTrackConstraintSet & { torch: boolean } = { torch: isOn };
  try {
    await track?.applyConstraints({ advanced: [light] });
    return isOn;
  } catch {
    return !isOn;
  }
}

/** The camera at the back of a telephone, or whichever there is. */
const openCamera = () =>
  navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
  });

const isRefusal = (error: unknown) => error instanceof DOMException && error.name === "NotAllowedError";

/** Shows the camera in `video` and tells each code it sees, from `start` to `stop`. */
export function useCamera(video: RefObject<HTMLVideoElement | null>, onCode: (code: string) => void) {
  const [state, setState] = useState<CameraState>("off");
  const [torch, setTorch] = useState({ isThere: false, isOn: false });
  const running = useRef<{ stream: MediaStream; end: () => void }>(undefined);
  const told = useRef(onCode);
  useEffect(() => {
    told.current = onCode;
  }, [onCode]);

  const stop = useCallback(() => {
    running.current?.end();
    for (const track of running.current?.stream.getTracks() ?? []) track.stop();
    running.current = undefined;
    setTorch({ isThere: false, isOn: false });
    setState("off");
  }, []);

  const start = useCallback(async () => {
    setState("starting");
    try {
      const stream = await openCamera();
      const screen = video.current;
      if (!screen) return void stream.getTracks().map((track) => track.stop());
      screen.srcObject = stream;
      await screen.play();
      running.current = { stream, end: scanFrames(screen, (code) => told.current(code)) };
      setTorch({ isThere: hasTorch(stream.getVideoTracks()[0]), isOn: false });
      setState("on");
    } catch (error) {
      setState(isRefusal(error) ? "refused" : "missing");
    }
  }, [video]);

  const toggleTorch = useCallback(async () => {
    const track = running.current?.stream.getVideoTracks()[0];
    const isOn = await switchTorch(track, !torch.isOn);
    setTorch((now) => ({ ...now, isOn }));
  }, [torch.isOn]);

  useEffect(() => stop, [stop]);
  return { state, torch, start, stop, toggleTorch };
}
