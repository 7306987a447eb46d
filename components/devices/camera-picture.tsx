"use client";

import { useEffect, useRef } from "react";

export type PictureSize = { width: number; height: number };

type CameraPictureProps = {
  track: MediaStreamTrack | null;
  className: string;
  /** Told when the first picture has come. */
  onPicture?: (size: PictureSize) => void;
};

/** The own camera as one sees it oneself; whoever uses it mirrors it. */
export function CameraPicture({ track, className, onPicture }: CameraPictureProps) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.srcObject = track ? new MediaStream([track]) : null;
  }, [track]);
  return (
    <video
      ref={ref}
      className={className}
      autoPlay
      muted
      playsInline
      hidden={!track}
      onLoadedData={({ currentTarget: { videoWidth: width, videoHeight: height } }) =>
        onPicture?.({ width, height })
      }
    />
  );
}
