import { classNames } from "@/components/ui/class-names";
import { avatarColour, initialsOf } from "@/components/ui/person-look";

type AvatarProps = {
  name: string;
  /** What the colour follows; the person's id where there is one. */
  seed?: string;
  /** xs 24, sm 32, md 40, lg 56, xl 88 px */
  size?: "xs" | "sm" | "md" | "lg" | "xl";
  /** Address of a square picture to show instead of the letters. */
  picture?: string | undefined;
  className?: string;
};

const PICTURE_SIZE = 88;

/** Letters of a person in a stable colour. Decoration: the name stands beside it. */
export function Avatar({ name, seed = name, size = "md", picture, className }: AvatarProps) {
  const look = [`av${avatarColour(seed)}`, size !== "md" && `avatar--${size}`];
  return (
    <span className={classNames("avatar", ...look, className)} aria-hidden="true">
      {picture ? (
        // biome-ignore lint/performance/noImgElement: Next's own component would fetch and scale what is small already.
        <img src={picture} alt="" loading="lazy" width={PICTURE_SIZE} height={PICTURE_SIZE} />
      ) : (
        initialsOf(name)
      )}
    </span>
  );
}

/** A person in one line: letters, name, organisation. */
export function Person({ name, organisation, seed, size }: AvatarProps & { organisation?: string | null }) {
  return (
    <div className="person">
      <Avatar name={name} seed={seed} size={size} />
      <div>
        <div className="person__name">{name}</div>
        {organisation ? <div className="person__org">{organisation}</div> : null}
      </div>
    </div>
  );
}
