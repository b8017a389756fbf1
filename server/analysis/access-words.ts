/**
 * How access is worked out and how sure it is, in a sentence a reader understands.
 *
 * The factsheet says the same in Chinese, Japanese and Korean: `factsheet.accessNote` in `web/i18n`.
 */
import type { Sentence } from '../domain/analysis.ts'

export const accessMethod: Sentence = {
  text_vi:
    'Đường đi nhanh nhất trên mạng các đường đã vẽ và đang tồn tại ở mốc chọn; đường vẽ sơ lược được nhân hệ số uốn khúc hoặc kéo theo chiều dài đã công bố; cao tốc chỉ vào ra ở nút giao; tốc độ theo cấp đường là giả định của chúng tôi; từ điểm đến đường gần nhất tính đường xã chậm. Không tính tắc đường, phà, cấm tải; đường xã được coi như qua sông, suối nào cũng có cầu.',
  text_en:
    'The quickest way over the drawn roads that exist at the chosen phase; schematic lines are lengthened by a winding factor or to their published length; the expressway is entered and left at interchanges only; speeds by class of road are our own assumption; between a place and the nearest roads slow local roads are assumed. Congestion, ferries and weight limits are left out; local roads are taken to find a bridge over every river.',
}

export const accessHowSure: Sentence = {
  text_vi:
    'Số đầu tính theo giả định; hai số trong ngoặc là mức thấp nhất và cao nhất nếu hai đầu lệch tới hết sai số và mọi đoạn đường đều ngắn, nhanh nhất hoặc dài, chậm nhất trong khoảng giả định.',
  text_en:
    'The first number follows the assumptions; the two in brackets are the least and the most if both ends are off by all of their uncertainty and every stretch is as short and fast, or as long and slow, as assumed possible.',
}

export const peopleMethod: Sentence = {
  text_vi:
    'Số dân điều tra năm 2019 sống trong vùng đến được trong 30 phút, rải đều trong từng xã, trừ các đảo xa bờ; chỉ tính trong tỉnh. Đây là tổng số dân, không phải số lao động: số người trong tuổi lao động theo vùng này chưa ai công bố.',
  text_en:
    'People of the 2019 census who live within 30 minutes, spread evenly over each commune but for islands far out; inside the province only. These are all people, not workers: nobody has published how many of working age live in such an area.',
}
