/** A GeoJSON file of some ten megabytes: lines with half a million positions. */
export function tenMegabytes(): string {
  const lines = Array.from({ length: 500 }, (_, line) => {
    const coordinates = Array.from({ length: 900 }, (__, at) => [
      Number((104.6 + (at * 13) / 9000 + line / 1e5).toFixed(8)),
      Number((19.4 + line / 420 + (at % 7) / 1e4).toFixed(8)),
    ])
    return { type: 'Feature', properties: { line }, geometry: { type: 'LineString', coordinates } }
  })
  return JSON.stringify({ type: 'FeatureCollection', features: lines })
}
