/** A device stops, and its light goes out, with its last track; what was not there is passed over. */
export function stopAll(...tracks: (MediaStreamTrack | null)[]): void {
  for (const track of tracks) track?.stop();
}
