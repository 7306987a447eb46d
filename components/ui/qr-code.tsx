import { classNames } from "@/components/ui/class-names";
import { qrSquares } from "@/lib/qr";

type QrCodeProps = {
  text: string;
  /** Spoken instead of the squares. */
  label: string;
  className?: string;
};

const pathOf = (squares: readonly (readonly boolean[])[]) =>
  squares
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .filter((piece) => piece !== "")
    .join("");

/** A QR code, drawn where the page is rendered. Dark on white in every colour scheme: scanners expect it so. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const squares = qrSquares(text);
  const side = squares.length;
  return (
    <svg
      className={classNames("qr", className)}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={pathOf(squares)} />
    </svg>
  );
}
