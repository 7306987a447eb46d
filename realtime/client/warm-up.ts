/**
 * The first peer connection of a page costs tens of milliseconds: threads are started, codecs looked up, a certificate
 * made. Paid here, while the person still looks at the preview. It describes itself to nobody and sends nothing.
 */
export async function warmUp(): Promise<void> {
  if (typeof RTCPeerConnection === "undefined") return;
  const unused = new RTCPeerConnection();
  try {
    unused.addTransceiver("audio", { direction: "recvonly" });
    unused.addTransceiver("video", { direction: "recvonly" });
    await unused.createOffer();
  } catch {
    // A browser that cannot do this says so when the person enters.
  } finally {
    unused.close();
  }
}
