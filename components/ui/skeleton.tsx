/** A grey shape of the final size while something loads; shown after 200 ms, still under reduced motion. */
export function Skeleton({ width = "100%", height = "1em" }: { width?: string; height?: string }) {
  return <span className="skeleton" style={{ width, height }} aria-hidden="true" />;
}
