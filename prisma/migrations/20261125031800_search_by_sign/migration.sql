-- Names are searched anywhere, from two signs on: 桃花 is a word. An index of trigrams knows none of it under the C
-- locale; one of single signs does. It stands on the case, whose name does not change, so a transition writes nothing.
DROP INDEX case_file_title_trigram;
CREATE INDEX case_file_title_signs ON case_file USING gin (string_to_array(lower(title), NULL));
