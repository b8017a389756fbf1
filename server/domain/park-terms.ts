/**
 * What a park can be chosen by where a source says it in a sentence: sectors and developers by these words, places by
 * the ids of the districts of 2021. A note lists its own in `terms`; that is our reading of it, as its text is not.
 */
export const sectorTerms = [
  'high-tech',
  'electronics',
  'mechanical',
  'automotive',
  'chemicals',
  'medical',
  'food',
  'energy',
] as const

export const developerTerms = [
  'flc',
  'binh-minh',
  'vid-thanh-hoa',
  'tan-phuc-hung',
  'hud4',
  'cuong-thinh-thi',
  'mien-trung',
  'sumitomo',
  'wha',
] as const

export const placeTerms = [
  'thanh-hoa',
  'bim-son',
  'nghi-son',
  'ngoc-lac',
  'thach-thanh',
  'ha-trung',
  'tho-xuan',
  'trieu-son',
  'thieu-hoa',
  'hoang-hoa',
  'nhu-xuan',
  'nhu-thanh',
  'nong-cong',
  'dong-son',
  'quang-xuong',
] as const
