import type { CSSProperties } from "react";
import { classNames } from "@/components/ui/class-names";
import { accentVariables } from "@/lib/color/network-accent";

/** Style that makes `--brand` and `--net-hex` the colours of one network inside an element of class `net`. */
export function networkStyle(colour: string | null | undefined): CSSProperties {
  return accentVariables(colour ?? "");
}

export type NetworkLook = {
  name: string /** Two letters. */;
  mark: string /** Hex. */;
  colour: string | null;
};
type NetworkMarkProps = Pick<NetworkLook, "mark" | "colour"> & {
  size?: "sm" | "md" | "lg";
  /** Spoken name, when no name stands beside it. */
  label?: string;
};

/** A network's two letters on its colour: sm 24, md 40, lg 56 px. */
export function NetworkMark({ mark, colour, size = "md", label }: NetworkMarkProps) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the name is only set together with the role img
    <span
      className={classNames("mark net", size !== "md" && `mark--${size}`)}
      style={networkStyle(colour)}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {mark}
    </span>
  );
}

/** The hosts of something in one quiet line: marks, then names. */
export function NetworkLine({ networks }: { networks: readonly NetworkLook[] }) {
  return (
    <span className="netline">
      {networks.map((network) => (
        <NetworkMark key={network.name} mark={network.mark} colour={network.colour} size="sm" />
      ))}
      <span>{networks.map((network) => network.name).join(", ")}</span>
    </span>
  );
}
