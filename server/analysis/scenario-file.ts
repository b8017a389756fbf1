/**
 * A scenario as one GeoJSON file, there and back; what cannot be read ends in a sentence.
 *
 * The schema is `server/domain/scenario.ts`. Properties and members that are not part of it are ignored, so that
 * a file that went through a GIS still opens.
 */
import type { LineString, MultiLineString } from 'geojson'
import type { Sentence } from '../domain/analysis.ts'
import type { Scenario, ScenarioFile, ScenarioLine } from '../domain/scenario.ts'
import {
  leastBufferMeters,
  mostBufferMeters,
  mostLines,
  mostUncertaintyMeters,
  readCoverageLines,
} from './coverage-lines.ts'

export type ReadScenario = { scenario: Omit<Scenario, 'id'> } | { problem: Sentence }

export function toScenarioFile({ name, bufferMeters, removed, lines }: Omit<Scenario, 'id'>): ScenarioFile {
  return {
    type: 'FeatureCollection',
    scenario: { version: 1, name, bufferMeters, removed: [...removed] },
    features: lines.map(({ id, geometry, corridorId, name: lineName, uncertaintyMeters }) => ({
      type: 'Feature',
      id,
      properties: { corridorId, name: lineName, uncertaintyMeters },
      geometry,
    })),
  }
}

export function readScenarioText(text: string): ReadScenario {
  try {
    return readScenario(JSON.parse(text))
  } catch {
    return told('Tệp không phải JSON nên không đọc được.', 'The file is not JSON and cannot be read.')
  }
}

export function readScenario(value: unknown): ReadScenario {
  if (!isRecord(value) || value['type'] !== 'FeatureCollection') {
    return told('Tệp kịch bản phải là một GeoJSON FeatureCollection.', 'A scenario is a GeoJSON FeatureCollection.')
  }
  const about = value['scenario']
  if (!isRecord(about)) {
    return told(
      'Tệp là GeoJSON nhưng không phải kịch bản: thiếu mục “scenario”.',
      'The file is GeoJSON but not a scenario: its member “scenario” is missing.',
    )
  }
  if (about['version'] !== 1) {
    return told(
      `Kịch bản theo phiên bản ${show(about['version'])}, trang này chỉ đọc được phiên bản 1.`,
      `The scenario is of version ${show(about['version'])}; this page reads version 1.`,
    )
  }
  const bufferMeters = about['bufferMeters']
  if (typeof bufferMeters !== 'number' || !(bufferMeters >= leastBufferMeters && bufferMeters <= mostBufferMeters)) {
    return told(
      `Khoảng cách “bufferMeters” phải từ ${leastBufferMeters} đến ${mostBufferMeters} m, đã nhận ${show(bufferMeters)}.`,
      `“bufferMeters” must be ${leastBufferMeters} to ${mostBufferMeters} m, got ${show(bufferMeters)}.`,
    )
  }
  const removed: unknown = about['removed'] ?? []
  if (!Array.isArray(removed) || !removed.every((id): id is string => typeof id === 'string')) {
    return told('Mục “removed” phải là danh sách mã hành lang.', '“removed” must be a list of corridor ids.')
  }
  const features = value['features']
  if (!Array.isArray(features) || features.length > mostLines) {
    return told(
      `Kịch bản cần danh sách “features” có nhiều nhất ${mostLines} tuyến.`,
      `A scenario needs a list “features” of at most ${mostLines} lines.`,
    )
  }
  const lines: ScenarioLine[] = []
  for (const [i, feature] of (features as unknown[]).entries()) {
    const line = readLine(feature, i)
    if ('problem' in line) return line
    lines.push(line)
  }
  const twice = lines.find(
    ({ corridorId }, i) => corridorId && lines.findIndex((one) => one.corridorId === corridorId) !== i,
  )
  if (twice) {
    return told(
      `Hai tuyến cùng thay cho hành lang “${show(twice.corridorId)}”.`,
      `Two lines take the place of the corridor “${show(twice.corridorId)}”.`,
    )
  }
  if (lines.length > 0) {
    const read = readCoverageLines(lines, bufferMeters)
    if ('problem' in read) return { problem: { text_vi: read.problem.text_vi, text_en: read.problem.text_en } }
  }
  return { scenario: { name: nameOf(about['name']), bufferMeters, removed, lines } }
}

function readLine(feature: unknown, i: number): ScenarioLine | { problem: Sentence } {
  const geometry = isRecord(feature) ? feature['geometry'] : undefined
  const type = isRecord(geometry) ? geometry['type'] : undefined
  if (!isRecord(feature) || (type !== 'LineString' && type !== 'MultiLineString')) {
    return told(
      `Đối tượng thứ ${i + 1} phải là LineString hoặc MultiLineString, đã nhận ${show(type)}.`,
      `Feature ${i + 1} must be a LineString or a MultiLineString, got ${show(type)}.`,
    )
  }
  const properties = isRecord(feature['properties']) ? feature['properties'] : {}
  const uncertaintyMeters = properties['uncertaintyMeters'] ?? 0
  if (
    typeof uncertaintyMeters !== 'number' ||
    !(uncertaintyMeters >= 0 && uncertaintyMeters <= mostUncertaintyMeters)
  ) {
    return told(
      `Sai số của đối tượng thứ ${i + 1} phải từ 0 đến ${mostUncertaintyMeters} m, đã nhận ${show(uncertaintyMeters)}.`,
      `The uncertainty of feature ${i + 1} must be 0 to ${mostUncertaintyMeters} m, got ${show(uncertaintyMeters)}.`,
    )
  }
  const [id, corridorId, name] = [feature['id'], properties['corridorId'], properties['name']]
  return {
    id: typeof id === 'string' && id !== '' ? id : `line-${i + 1}`,
    corridorId: typeof corridorId === 'string' ? corridorId : null,
    name: typeof name === 'string' && name.trim() !== '' ? nameOf(name) : null,
    geometry: geometry as LineString | MultiLineString,
    uncertaintyMeters,
  }
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC').slice(0, 80) : ''
}

function told(text_vi: string, text_en: string): { problem: Sentence } {
  return { problem: { text_vi, text_en } }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function show(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? `“${String(value).slice(0, 40)}”`
    : String(typeof value)
}
