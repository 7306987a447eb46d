import { encodeQR } from "qr";

/** Medium error correction reads through a fingerprint or a fold; four empty squares around are what readers ask for. */
const LOOK = { ecc: "medium", border: 4 } as const;

/** The squares of a QR code, row by row, its quiet edge included; true is dark. */
export const qrSquares = (text: string): boolean[][] => encodeQR(text, "raw", LOOK);

/** The same as a picture of some 220 px, for mails: no mail program draws SVG, and every one shows a GIF. */
export const qrPicture = (text: string): Uint8Array => encodeQR(text, "gif", { ...LOOK, scale: 6 });
