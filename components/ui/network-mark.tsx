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
  /** Stands in the mark's place where there is one. */
  logo?: { src: string; alt: string } | undefined;
  size?: "sm" | "md" | "lg";
  /** Spoken name, when no name stands beside it. */
  label?: string;
};

/** A network's logo, or its two letters on its colour: sm 24, md 40, lg 56 px high. */
export function NetworkMark({ mark, colour, logo, size = "md", label }: NetworkMarkProps) {
  const sized = (name: string) => classNames(name, size !== "md" && `${name}--${size}`);
  if (logo)
    return (
      // biome-ignore lint/performance/noImgElement: next/image would scale it through an address that takes whatever strangers name
      <img className={sized("netlogo")} src={logo.src} alt={label ?? logo.alt} decoding="async" />
    );
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the name is only set together with the role img
    <span
      className={classNames(sized("mark"), "net")}
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
