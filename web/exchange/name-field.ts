/** The column that most likely holds the name of each feature, in the habits of Vietnamese and English files. */
export function nameField(fields: readonly string[]): string | null {
  const patterns = [
    /^(ten|tên|name|title|ten_?goi)$/i,
    /^(ten|tên|name|title)/i,
    /(_name|_ten)$/i,
    /^(text|label|nhan|nhãn)$/i,
  ]
  for (const pattern of patterns) {
    const field = fields.find((one) => pattern.test(one))
    if (field !== undefined) return field
  }
  return null
}
