/**
 * The letters of TCVN3 (ABC), the one-byte encoding of Vietnamese maps and tables before Unicode.
 *
 * Bytes 0xA1–0xFE of TCVN 5712:1993 in order, as GNU iconv (`TCVN`) has them; a space where there is no letter.
 * Fonts of the time drew capitals with tones from the bytes of the small letters (.VnTimeH), so those come out
 * small.
 */
const letters = 'ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ'
const firstByte = 0xa1

export function decodeTcvn3(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) {
    let piece = ''
    for (const byte of bytes.subarray(at, at + 8192)) piece += tcvn3Letter(byte)
    text += piece
  }
  return text
}

function tcvn3Letter(byte: number): string {
  if (byte < 0x80) return String.fromCharCode(byte)
  const letter = letters[byte - firstByte]
  return letter === undefined || letter === ' ' ? '\uFFFD' : letter
}
