/**
 * How coverage is worked out and how sure it is, in a sentence a reader understands.
 */
import type { Sentence } from '../domain/analysis.ts'

export const method: Sentence = {
  text_vi:
    'Vùng trong khoảng cách đã chọn quanh các tuyến, hợp lại để không tính trùng, trên đất liền của tỉnh; diện tích trên mặt ellipsoid WGS 84, dân số điều tra năm 2019 rải đều trong từng xã, trừ các đảo xa bờ.',
  text_en:
    'The ground within the chosen distance of the lines, united so that nothing counts twice, on the province’s land; areas on the WGS 84 ellipsoid, people of the 2019 census spread evenly over each commune but for islands far out.',
}

export const howSure: Sentence = {
  text_vi:
    'Con số đầu tính theo tuyến như đã vẽ; hai số trong ngoặc là mức thấp nhất và cao nhất nếu tuyến thật lệch tới hết sai số của nó.',
  text_en:
    'The first number follows the lines as drawn; the two in brackets are the least and the most if the true lines are off by all of their uncertainty.',
}

export const gapMethod: Sentence = {
  text_vi:
    'Đất liền của tỉnh nằm ngoài tầm của mọi tuyến, chia thành các mảng liền nhau và xếp theo số dân; khoảng cách đo từ nơi gần giữa khu dân cư của mảng đến tuyến gần nhất.',
  text_en:
    'The province’s land out of reach of every line, in connected stretches ranked by people; distances run from a place near the middle of a stretch’s people to the nearest line.',
}

export const contentsMethod: Sentence = {
  text_vi:
    'Phần nằm trong vùng vẽ, trên đất liền của tỉnh; diện tích trên mặt ellipsoid WGS 84, dân số điều tra năm 2019 rải đều trong từng xã, trừ các đảo xa bờ, chiều dài là đường trắc địa.',
  text_en:
    'What lies inside the drawn area, on the province’s land; areas on the WGS 84 ellipsoid, people of the 2019 census spread evenly over each commune but for islands far out, lengths along geodesics.',
}

export const contentsHowSure: Sentence = {
  text_vi:
    'Con số đầu tính theo hình đã vẽ; hai số trong ngoặc là mức thấp nhất và cao nhất nếu đường biên vẽ, tuyến và vị trí công trình lệch tới hết sai số của chúng.',
  text_en:
    'The first number follows the shape as drawn; the two in brackets are the least and the most if the drawn edge, the lines and the places are off by all of their uncertainty.',
}

export const whatIfMethod: Sentence = {
  text_vi:
    'Phần đất liền của tỉnh mà kịch bản với tới còn quy hoạch thì không (được thêm), và ngược lại (mất đi); diện tích trên mặt ellipsoid WGS 84, dân số điều tra năm 2019 rải đều trong từng xã, trừ các đảo xa bờ.',
  text_en:
    'The province’s land that the scenario reaches and the plan does not (gained), and the other way round (lost); areas on the WGS 84 ellipsoid, people of the 2019 census spread evenly over each commune but for islands far out.',
}

export const whatIfHowSure: Sentence = {
  text_vi:
    'Con số đầu so hai phương án như đã vẽ; hai số trong ngoặc là mức thấp nhất và cao nhất khi vùng phục vụ của cả hai cùng thu vào hoặc cùng nới ra đúng bằng sai số của từng tuyến.',
  text_en:
    'The first number compares both as drawn; the two in brackets are the least and the most when the reaches of both are drawn in, or pushed out, by each line’s own uncertainty.',
}
