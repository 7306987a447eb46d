import { Path, Svg } from "@react-pdf/renderer";
import { qrSquares } from "@/lib/qr";

/** One rectangle for each run of dark squares in a row: a tenth of what a rectangle for each would weigh. */
const runsIn = (row: readonly boolean[], y: number): string =>
  [
    ...row
      .map((isDark) => (isDark ? "#" : " "))
      .join("")
      .matchAll(/#+/g),
  ]
    .map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
    .join("");

/** A QR code with its quiet edge. */
export function Squares({ text, side }: { text: string; side: number }) {
  const squares = qrSquares(text);
  return (
    <Svg viewBox={`0 0 ${squares.length} ${squares.length}`} width={side} height={side}>
      <Path d={squares.map(runsIn).join("")} fill="#000" />
    </Svg>
  );
}
