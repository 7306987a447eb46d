import { decodeQR } from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { qrPicture, qrSquares } from "./qr";

const TEXT = "P10123456789ABCDEFGHJKMNPQ0123456789ABCDEF0123";

/** What a camera would see: each square so many pixels wide. */
function photograph(squares: boolean[][], scale: number) {
  const side = squares.length * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++)
      if (squares[Math.floor(y / scale)]?.[Math.floor(x / scale)])
        data.set([0, 0, 0, 255], (y * side + x) * 4);
  return { data, width: side, height: side };
}

describe("a QR code", () => {
  it("is read back by the decoder that the scanner uses", () => {
    for (const scale of [4, 7]) expect(decodeQR(photograph(qrSquares(TEXT), scale))).toBe(TEXT);
  });

  it("has a quiet edge of four squares, and few enough squares to be large on a telephone", () => {
    const squares = qrSquares(TEXT);
    expect(squares.slice(0, 4).flat()).not.toContain(true);
    expect(squares.every((row) => row.length === squares.length)).toBe(true);
    expect(squares.length).toBeLessThanOrEqual(37);
  });

  it("is a GIF for mails", () => {
    expect(new TextDecoder("latin1").decode(qrPicture(TEXT).slice(0, 6))).toMatch(/^GIF8[79]a$/);
  });
});
