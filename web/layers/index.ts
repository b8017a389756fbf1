import { communesLayer, districtsLayer, placesLayer, unitsLayer } from './administration.ts'
import { baseLayer } from './base.ts'
import { centresLayer } from './centres.ts'
import { corridorsLayer } from './corridors.ts'
import { heritageLayer } from './heritage.ts'
import type { AtlasLayer } from './layer.ts'
import { columnsLayer, halosLayer, linksLayer } from './overlays.ts'
import { laterParksLayer, parksLayer } from './parks.ts'
import { fishingPortsLayer, projectsLayer, waterworksLayer } from './projects.ts'
import { riversLayer } from './rivers.ts'
import { airportsLayer, gatesLayer, interchangesLayer, portsLayer, railwaysLayer, roadsLayer } from './transport.ts'
import { zonesLayer } from './zones.ts'

/** Every layer of the atlas, in painting order: the first is painted first. To add a layer, add it here. */
export const layers: readonly AtlasLayer[] = [
  baseLayer,
  riversLayer,
  communesLayer,
  unitsLayer,
  districtsLayer,
  centresLayer,
  zonesLayer,
  roadsLayer,
  railwaysLayer,
  corridorsLayer,
  laterParksLayer,
  parksLayer,
  interchangesLayer,
  gatesLayer,
  fishingPortsLayer,
  waterworksLayer,
  projectsLayer,
  heritageLayer,
  portsLayer,
  airportsLayer,
  placesLayer,
  halosLayer,
  linksLayer,
  columnsLayer,
]
