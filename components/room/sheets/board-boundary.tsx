"use client";

import { Component, type ReactNode } from "react";

type BoardBoundaryProps = { children: ReactNode; instead: ReactNode };

/**
 * Keeps to the whiteboard what goes wrong in it: Excalidraw draws what others have sent, and where it fails at that, the room
 * around it, its sound and its pictures, stay.
 */
export class BoardBoundary extends Component<BoardBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.instead : this.props.children;
  }
}
