import reliefUrl from '../../data/basemap/relief.png?url'
import relief from '../../data/basemap/relief.json'

/** The shaded relief and where its corners lie. */
export const reliefPicture = {
  url: new URL(reliefUrl, document.baseURI).href,
  corners: relief.coordinates as [[number, number], [number, number], [number, number], [number, number]],
}
