/** Reads a microphone without playing it; `close` lets it go. */
export function soundOf(track: MediaStreamTrack) {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  // A third of a second at 96 kHz and more at less: who looks that often misses no sample in between.
  analyser.fftSize = 32_768;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    /** Nothing at all comes: not even the noise that every microphone makes. */
    isDead(): boolean {
      analyser.getFloatTimeDomainData(samples);
      // A context that the browser holds back hears nothing, whatever there is.
      return context.state === "running" && samples.every((sample) => sample === 0);
    },
    close(): void {
      void context.close();
    },
  };
}
