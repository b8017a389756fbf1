/** How access is worked out and how sure it is, in a sentence a reader understands. */
import type { Sentence } from '../domain/analysis.ts'

export const accessMethod: Sentence = {
  text_vi:
    'Đường đi nhanh nhất trên mạng các đường đã vẽ và đang tồn tại ở mốc chọn; đường vẽ sơ lược được nhân hệ số uốn khúc hoặc kéo theo chiều dài đã công bố; cao tốc chỉ vào ra ở nút giao; tốc độ theo cấp đường là giả định của chúng tôi; từ điểm đến đường gần nhất tính đường xã chậm. Không tính tắc đường, phà, cấm tải; đường xã được coi như qua sông, suối nào cũng có cầu.',
  text_en:
    'The quickest way over the drawn roads that exist at the chosen phase; schematic lines are lengthened by a winding factor or to their published length; the expressway is entered and left at interchanges only; speeds by class of road are our own assumption; between a place and the nearest roads slow local roads are assumed. Congestion, ferries and weight limits are left out; local roads are taken to find a bridge over every river.',
  text_zh:
    '按所选年份已有并绘出的道路求最快路线；示意线路按绕行系数或公布长度加长；高速公路只能经互通立交进出；各级道路车速为本图集的假定；从地点到最近道路之间按低速地方道路计。未计拥堵、轮渡和限重；假定地方道路过河处均有桥。',
  text_ja:
    '選んだ年に存在し、描画されている道路での最速経路。模式的な線は迂回係数または公表延長に合わせて長くし、高速道路の出入りは IC のみ、道路種別ごとの速度は本アトラスの仮定、地点から最寄りの道路までは低速の地方道とみなす。渋滞・フェリー・重量制限は考慮せず、地方道にはどの川にも橋があるとみなす。',
  text_ko:
    '선택한 연도에 있는, 지도에 그려진 도로의 최단 시간 경로. 개략선은 굴곡 계수나 공표된 길이에 맞추어 늘리고, 고속도로는 나들목에서만 드나들며, 도로 등급별 속도는 이 아틀라스의 가정이고, 지점과 가장 가까운 도로 사이는 저속 지방도로로 본다. 정체, 도선, 중량 제한은 제외하고 지방도로는 모든 하천에 다리가 있다고 본다.',
}

export const accessHowSure: Sentence = {
  text_vi:
    'Số đầu tính theo giả định; hai số trong ngoặc là mức thấp nhất và cao nhất nếu hai đầu lệch tới hết sai số và mọi đoạn đường đều ngắn, nhanh nhất hoặc dài, chậm nhất trong khoảng giả định.',
  text_en:
    'The first number follows the assumptions; the two in brackets are the least and the most if both ends are off by all of their uncertainty and every stretch is as short and fast, or as long and slow, as assumed possible.',
  text_zh:
    '第一个数按上述假定计算；括号内两数为最小值和最大值，即两端偏差均达其全部误差、且各路段取假定范围内最短最快或最长最慢时的结果。',
  text_ja:
    '最初の数は仮定どおりの値。括弧内の 2 つは最小値と最大値で、両端の位置が誤差いっぱいまでずれ、どの区間も仮定の範囲で最も短く速い場合と、最も長く遅い場合の値です。',
  text_ko:
    '첫 숫자는 가정에 따른 값이고, 괄호 안의 두 값은 최솟값과 최댓값으로, 양 끝의 위치가 오차만큼 어긋나고 모든 구간이 가정한 범위에서 가장 짧고 빠르거나 가장 길고 느릴 때의 값입니다.',
}

export const peopleMethod: Sentence = {
  text_vi:
    'Số dân điều tra năm 2019 sống trong vùng đến được trong 30 phút, rải đều trong từng xã, trừ các đảo xa bờ; chỉ tính trong tỉnh. Đây là tổng số dân, không phải số lao động: số người trong tuổi lao động theo vùng này chưa ai công bố.',
  text_en:
    'People of the 2019 census who live within 30 minutes, spread evenly over each commune but for islands far out; inside the province only. These are all people, not workers: nobody has published how many of working age live in such an area.',
  text_zh:
    '2019 年普查中 30 分钟可达范围内的居民，在各乡内平均分布（远海岛屿除外），仅计省内。此为全部人口而非劳动力：该范围内的劳动年龄人口尚无人公布。',
  text_ja:
    '2019 年国勢調査による 30 分圏内の居住者。各社（xã）内に均等に配分し（沖合の島を除く）、省内のみを数えます。全人口であって労働者数ではありません。この範囲の生産年齢人口は公表されていません。',
  text_ko:
    '2019년 인구조사에서 30분 안에 닿는 범위에 사는 인구로, 각 사(xã) 안에 고르게 나누었으며(먼바다 섬 제외) 성 안만 셉니다. 전체 인구이지 노동자 수가 아닙니다. 이 범위의 생산가능인구는 공표된 바 없습니다.',
}
