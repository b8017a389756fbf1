/** Asks for the whole screen; a browser that refuses (an embedded page, no gesture) shows in its window. */
export async function enterFullScreen(): Promise<void> {
  try {
    if (!document.fullscreenElement) await document.documentElement.requestFullscreen()
  } catch {
    // The show goes on in the window.
  }
}

export async function leaveFullScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
  } catch {
    // It has been left already.
  }
}
