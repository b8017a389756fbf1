/**
 * What the readable pages call things, Vietnamese first. Maps, because what is looked up comes from data.
 */
const names = new Map([
  ['id', 'Mã · Id'],
  ['name_vi', 'Tên tiếng Việt'],
  ['name_en', 'English name'],
  ['kind', 'Loại · Kind'],
  ['status', 'Tình trạng · Status'],
  ['targetYear', 'Năm đích · Target year'],
  ['geometryBasis', 'Cơ sở hình vẽ · How the shape is known'],
  ['uncertaintyMeters', 'Độ bất định, m · Uncertainty, m'],
  ['statedAreaHectares', 'Diện tích theo văn bản, ha · Stated area, ha'],
  ['statedAreaOriginId', 'Nguồn của diện tích · Origin of the area'],
  ['drawnAreaHectares', 'Diện tích hình vẽ, ha · Drawn area, ha'],
  ['drawnLengthKilometers', 'Chiều dài hình vẽ, km · Drawn length, km'],
  ['population2019', 'Dân số 2019 · Population 2019'],
  ['populationBasis', 'Cơ sở dân số · Basis of the population'],
  ['code', 'Mã số · Code'],
  ['ref', 'Số hiệu · Number'],
  ['roadClass', 'Cấp đường · Road class'],
  ['riverClass', 'Cấp sông · River class'],
  ['rank', 'Hạng · Rank'],
  ['seat', 'Trung tâm hành chính · Seat'],
  ['communeCount', 'Số xã · Communes'],
  ['formedFrom', 'Hình thành từ · Formed from'],
  ['districtId', 'Huyện (2021) · District (2021)'],
  ['unitId', 'Đơn vị 2025 · Unit of 2025'],
  ['of', 'Của · Of'],
  ['featureId', 'Đối tượng · Feature'],
  ['areaHectares', 'Diện tích, ha · Area, ha'],
  ['aliases', 'Tên khác · Other names'],
  ['clauses', 'Mục của chương trình · Clauses'],
  ['pillarIds', 'Trụ cột · Pillars'],
  ['originIds', 'Nguồn · Origins'],
  ['roadIds', 'Đường · Roads'],
  ['communeIds', 'Xã cũ · Former communes'],
])

const values = new Map([
  ['existing', 'hiện có · existing'],
  ['under-way', 'đang làm · under way'],
  ['planned', 'quy hoạch · planned'],
  ['study', 'nghiên cứu · under study'],
  ['surveyed', 'đo đạc · surveyed'],
  ['mapped', 'theo bản đồ · mapped'],
  ['derived', 'suy ra · derived'],
  ['schematic', 'sơ đồ · schematic'],
  ['symbol', 'ký hiệu · symbol'],
])

export const noData = 'chưa có số liệu · no data'

export function nameOf(property: string): string {
  return names.get(property) ?? property.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
}

export function valueOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return noData
  if (typeof value === 'number') return formatNumber(value)
  if (Array.isArray(value)) return value.length === 0 ? noData : value.map(valueOf).join(', ')
  return typeof value === 'string' ? (values.get(value) ?? value) : JSON.stringify(value)
}

const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

export function formatNumber(value: number): string {
  return format.format(value)
}

/** Years and codes are numbers nobody puts separators into. */
export function formatProperty(name: string, value: unknown): string {
  return name === 'targetYear' && typeof value === 'number' ? String(value) : valueOf(value)
}
