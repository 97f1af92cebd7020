/**
 * That a name holds a text, anywhere. The signs of the text lead to the few names that have them all, by the index
 * `case_file_title_signs`; the pattern then looks at their order. Trigrams would not do: two Chinese signs are a word,
 * and under the C locale PostgreSQL makes no trigram of them at all.
 */
export const nameHolds = (column: string, escaped: string, text: string): string =>
  `string_to_array(lower(${column}), NULL) @> string_to_array(lower(${text}), NULL)
    AND ${column} ILIKE '%' || ${escaped} || '%'`;
