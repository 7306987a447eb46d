const NOTES_HZ = [440, 554, 659] as const;
const NOTE_SECONDS = 0.22;

/** Three soft notes on the chosen speaker, made on the spot. */
export async function playTestTone(speakerId: string): Promise<void> {
  const context = new AudioContext();
  const target = context.createMediaStreamDestination();
  const element = new Audio();
  element.srcObject = target.stream;
  // Safari cannot choose an output; then the default one plays.
  if (speakerId && "setSinkId" in element) await element.setSinkId(speakerId).catch(() => undefined);
  NOTES_HZ.forEach((hertz, index) => {
    playNote(context, target, { hertz, at: context.currentTime + index * NOTE_SECONDS });
  });
  await element.play().catch(() => undefined);
  setTimeout(() => void context.close(), NOTES_HZ.length * NOTE_SECONDS * 1000 + 500);
}

function playNote(context: AudioContext, target: AudioNode, note: { hertz: number; at: number }): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = note.hertz;
  volume.gain.setValueAtTime(0, note.at);
  volume.gain.linearRampToValueAtTime(0.2, note.at + 0.03);
  volume.gain.linearRampToValueAtTime(0, note.at + NOTE_SECONDS);
  tone.connect(volume).connect(target);
  tone.start(note.at);
  tone.stop(note.at + NOTE_SECONDS);
}
