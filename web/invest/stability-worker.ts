import { stability, type StabilityQuestion } from './stability.ts'

/** Shakes the weights away from the page, so that sliders never stutter. */
addEventListener('message', ({ data }: MessageEvent<StabilityQuestion>) => {
  postMessage(stability(data))
})
