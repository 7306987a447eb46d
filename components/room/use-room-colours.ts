"use client";

import { useEffect } from "react";

/** Menus and dialogs live at the end of <body>; they take the room's colours from the root of the page. */
export function useRoomColours(): void {
  useEffect(() => {
    document.documentElement.classList.add("room");
    return () => document.documentElement.classList.remove("room");
  }, []);
}
