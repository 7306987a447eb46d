import type { Shown } from "./door-session";

type Tone = { hertz: number; seconds: number; pause?: number };

const WELCOME: readonly Tone[] = [{ hertz: 880, seconds: 0.12 }];
const LOOK: readonly Tone[] = [
  { hertz: 520, seconds: 0.1, pause: 0.06 },
  { hertz: 520, seconds: 0.1 },
];
const STOP: readonly Tone[] = [{ hertz: 196, seconds: 0.45 }];

const TONES: Record<Shown["state"], readonly Tone[]> = {
  in: WELCOME,
  noted: WELCOME,
  already: LOOK,
  undone: LOOK,
  changed: LOOK,
  out: LOOK,
  lost: STOP,
  refused: STOP,
};

/** Three sounds that are told apart without looking: one high, two middle, one long and low. Made here, loaded nowhere. */
export function playTone(audio: AudioContext, state: Shown["state"]): void {
  let at = audio.currentTime;
  for (const { hertz, seconds, pause = 0 } of TONES[state]) {
    const [tone, volume] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds + pause;
  }
}
