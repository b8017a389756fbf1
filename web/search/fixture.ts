/** A small index of real names, for the tests beside it. */
import type { SearchEntry } from '../../server/domain/analysis.ts'
import type { SearchablePlan } from './targets.ts'

type Line = [
  id: string,
  name_vi: string,
  name_en: string,
  aliases?: string[],
  more?: Pick<SearchEntry, 'districtId' | 'unitIds'>,
]

const lines: [collection: SearchEntry['collection'], weight: number, lines: Line[]][] = [
  [
    'corridors',
    96,
    [
      ['ven-bien', 'Hành lang kinh tế ven biển', 'Coastal economic corridor'],
      ['bac-nam', 'Hành lang kinh tế Bắc - Nam', 'North-South economic corridor'],
      ['quoc-te', 'Hành lang kinh tế quốc tế', 'International economic corridor'],
      ['ho-chi-minh', 'Hành lang kinh tế đường Hồ Chí Minh', 'Hồ Chí Minh road economic corridor'],
    ],
  ],
  [
    'centres',
    94,
    [
      [
        'thanh-hoa-sam-son',
        'Trung tâm kinh tế động lực TP Thanh Hóa - TP Sầm Sơn',
        'Thanh Hóa – Sầm Sơn economic driver centre',
      ],
      ['nghi-son', 'Trung tâm kinh tế động lực Nghi Sơn', 'Nghi Sơn economic driver centre'],
      [
        'bim-son-thach-thanh',
        'Trung tâm kinh tế động lực Bỉm Sơn - Thạch Thành',
        'Bỉm Sơn – Thạch Thành economic driver centre',
      ],
    ],
  ],
  [
    'zones',
    100,
    [
      ['nghi-son', 'Khu kinh tế Nghi Sơn', 'Nghi Sơn Economic Zone', ['KKT Nghi Sơn', 'Nghi Son Economic Zone']],
      ['na-meo', 'Khu kinh tế cửa khẩu Na Mèo', 'Na Mèo Border-Gate Economic Zone', ['KKTCK Na Mèo']],
    ],
  ],
  [
    'parks',
    92,
    [
      ['le-mon', 'KCN Lễ Môn', 'Lễ Môn Industrial Park', ['Khu công nghiệp Lễ Môn', 'Le Mon IP']],
      ['bim-son', 'KCN Bỉm Sơn', 'Bỉm Sơn Industrial Park', ['KCN Bỉm Sơn A', 'KCN Bỉm Sơn B', 'Bim Son IP']],
      ['hoang-long', 'KCN Hoàng Long', 'Hoàng Long Industrial Park'],
      ['lam-son-sao-vang', 'KCN Lam Sơn - Sao Vàng', 'Lam Sơn - Sao Vàng Industrial Park', ['KCN Lam Sơn']],
      ['phia-tay-thanh-hoa', 'KCN đô thị dịch vụ phía Tây TP Thanh Hóa', 'West Thanh Hóa City Industrial Park'],
    ],
  ],
  ['later-parks', 80, [['nghi-son-kcn-3', 'KCN số 3 (KKT Nghi Sơn)', 'Industrial Park No. 3 (Nghi Sơn zone)']]],
  [
    'roads',
    74,
    [
      ['ql45', 'Quốc lộ 45', 'National Highway 45', ['QL45']],
      ['ql47', 'Quốc lộ 47', 'National Highway 47', ['QL47']],
      ['ql1a', 'Quốc lộ 1 (1A, AH1)', 'National Highway 1 (1A, AH1)', ['QL1A']],
      ['dt506', 'Đường tỉnh 506', 'Provincial Road 506', ['ĐT.506', 'ĐT506']],
      ['ho-chi-minh', 'Đường Hồ Chí Minh', 'Hồ Chí Minh road'],
    ],
  ],
  [
    'ports',
    88,
    [
      ['nghi-son', 'Cảng Nghi Sơn', 'Nghi Sơn port', ['Cảng biển Nghi Sơn']],
      ['le-mon', 'Cảng Lễ Môn', 'Lễ Môn port'],
    ],
  ],
  ['airports', 88, [['tho-xuan', 'Cảng hàng không Thọ Xuân', 'Thọ Xuân airport', ['Sân bay Thọ Xuân']]]],
  ['waterworks', 62, [['cua-dat', 'Hồ Cửa Đạt', 'Cửa Đạt reservoir']]],
  ['province', 86, [['thanh-hoa', 'Tỉnh Thanh Hóa', 'Thanh Hóa province']]],
  [
    'districts',
    84,
    [
      ['thanh-hoa', 'Thành phố Thanh Hóa', 'Thanh Hóa city', [], { unitIds: ['phuong-hac-thanh'] }],
      ['dong-son', 'Huyện Đông Sơn', 'Đông Sơn district', [], { unitIds: ['phuong-dong-son', 'phuong-dong-tien'] }],
      ['bim-son', 'Thị xã Bỉm Sơn', 'Bỉm Sơn town', [], { unitIds: ['phuong-bim-son'] }],
      [
        'nghi-son',
        'Thị xã Nghi Sơn',
        'Nghi Sơn town',
        ['Tĩnh Gia'],
        { unitIds: ['phuong-nghi-son', 'phuong-dao-duy-tu'] },
      ],
      ['quang-xuong', 'Huyện Quảng Xương', 'Quảng Xương district', [], { unitIds: ['xa-luu-ve'] }],
      ['hoang-hoa', 'Huyện Hoằng Hóa', 'Hoằng Hóa district', [], { unitIds: ['xa-hoang-hoa'] }],
      ['nhu-xuan', 'Huyện Như Xuân', 'Như Xuân district', [], { unitIds: ['xa-nhu-xuan'] }],
      ['nhu-thanh', 'Huyện Như Thanh', 'Như Thanh district'],
      ['tho-xuan', 'Huyện Thọ Xuân', 'Thọ Xuân district'],
      ['trieu-son', 'Huyện Triệu Sơn', 'Triệu Sơn district', [], { unitIds: ['xa-dong-tien'] }],
    ],
  ],
  [
    'units',
    72,
    [
      ['phuong-hac-thanh', 'Phường Hạc Thành', 'Hạc Thành ward'],
      ['phuong-dong-son', 'Phường Đông Sơn', 'Đông Sơn ward'],
      ['phuong-dong-tien', 'Phường Đông Tiến', 'Đông Tiến ward'],
      ['xa-dong-tien', 'Xã Đồng Tiến', 'Đồng Tiến commune'],
      ['phuong-bim-son', 'Phường Bỉm Sơn', 'Bỉm Sơn ward'],
      ['phuong-nghi-son', 'Phường Nghi Sơn', 'Nghi Sơn ward'],
      ['phuong-dao-duy-tu', 'Phường Đào Duy Từ', 'Đào Duy Từ ward'],
      ['xa-luu-ve', 'Xã Lưu Vệ', 'Lưu Vệ commune'],
      ['xa-hoang-hoa', 'Xã Hoằng Hóa', 'Hoằng Hóa commune'],
      ['xa-hoang-giang', 'Xã Hoằng Giang', 'Hoằng Giang commune'],
      ['xa-nhu-xuan', 'Xã Như Xuân', 'Như Xuân commune'],
      ['xa-thanh-vinh', 'Xã Thành Vinh', 'Thành Vinh commune'],
    ],
  ],
  [
    'communes',
    40,
    [
      [
        'dong-son-thanh-hoa',
        'Phường Đông Sơn',
        'Đông Sơn ward',
        [],
        { districtId: 'thanh-hoa', unitIds: ['phuong-hac-thanh'] },
      ],
      [
        'dong-son-bim-son',
        'Phường Đông Sơn',
        'Đông Sơn ward',
        [],
        { districtId: 'bim-son', unitIds: ['phuong-bim-son'] },
      ],
      [
        'dong-tien-dong-son',
        'Xã Đông Tiến',
        'Đông Tiến commune',
        [],
        { districtId: 'dong-son', unitIds: ['phuong-dong-tien'] },
      ],
      [
        'dong-tien-trieu-son',
        'Xã Đồng Tiến',
        'Đồng Tiến commune',
        [],
        { districtId: 'trieu-son', unitIds: ['xa-dong-tien'] },
      ],
      [
        'nghi-son-nghi-son',
        'Xã Nghi Sơn',
        'Nghi Sơn commune',
        [],
        { districtId: 'nghi-son', unitIds: ['phuong-nghi-son'] },
      ],
      [
        'hoang-xuan-hoang-hoa',
        'Xã Hoằng Xuân',
        'Hoằng Xuân commune',
        [],
        { districtId: 'hoang-hoa', unitIds: ['xa-hoang-giang'] },
      ],
    ],
  ],
  [
    'places',
    36,
    [
      ['thanh-hoa', 'Thanh Hóa', 'Thanh Hóa'],
      ['dong-son', 'Đông Sơn', 'Đông Sơn'],
      ['nhu-xuan', 'Như Xuân', 'Như Xuân'],
    ],
  ],
]

export const entries: SearchEntry[] = lines.flatMap(([collection, weight, members]) =>
  members.map(([id, name_vi, name_en, aliases = [], more = {}]) => ({
    collection,
    id,
    name_vi,
    name_en,
    aliases,
    kind: collection,
    weight,
    position: [105.7, 19.8],
    bbox: null,
    ...more,
  })),
)

export const plan: SearchablePlan = {
  figures: [
    {
      id: 'zones-and-parks-area',
      section: 'land',
      label_vi: 'Tổng diện tích quy hoạch các khu kinh tế và khu công nghiệp',
      label_en: 'Planned total area of the economic zones and industrial parks',
      unit: 'ha',
      clause: 'II.2.1',
      originId: 'action-programme-2021',
      values: [
        { period: '2030', value: 161225, qualifier: 'exactly', quote_vi: 'tổng diện tích quy hoạch 161.225 ha' },
      ],
    },
  ],
  pillars: [
    {
      id: 'tourism',
      name_vi: 'Du lịch',
      name_en: 'Tourism',
      clauses: ['II.1.1'],
      originIds: ['action-programme-2021'],
      notes: [],
    },
  ],
  clauses: [
    {
      id: 'I.2',
      title_vi: 'Cực tăng trưởng mới và tứ giác phát triển phía Bắc',
      title_en: 'A new growth pole and the northern growth quadrilateral',
      excerpt_vi: null,
    },
  ],
  origins: [
    toLaw('d153', 'Quyết định số 153/QĐ-TTg phê duyệt Quy hoạch tỉnh Thanh Hóa thời kỳ 2021 - 2030'),
    toLaw('d1535', 'Quyết định số 1535/QĐ-UBND'),
    toLaw('d18', 'Quyết định số 18/2015/QĐ-TTg'),
  ],
}

function toLaw(id: string, title: string): SearchablePlan['origins'][number] {
  return { id, title, publisher: null, date: null, kind: 'law', licence: null, address: null }
}
