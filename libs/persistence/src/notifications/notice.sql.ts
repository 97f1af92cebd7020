/** Days after which what an office was told is no news to anybody: who comes later is not met by hundreds of it. */
const NEWS_DAYS = 30;

/** $1 tenant, $2 person, $3 offices. One arm an addressee, so that each is read off its end of the index. */
const ADDRESSEES = `(SELECT 'person' AS kind, $2::text AS id UNION ALL SELECT 'office', unnest($3::text[]))`;

const isNewToReader = `CASE WHEN n.to_kind = 'person' THEN n.read_at IS NULL
  ELSE n.created_at > business_now() - interval '${NEWS_DAYS} days'
    AND NOT EXISTS (SELECT FROM notice_reading r WHERE r.notice_id = n.id AND r.user_id = $2::uuid) END`;

/** What a notice `n` says: a list that is full counts on outside of it. */
export const aboutOf = `CASE WHEN n.more = 0 THEN n.payload
  ELSE jsonb_set(n.payload, '{count}', to_jsonb((n.payload ->> 'count')::int + n.more)) END`;

/** $4, $5 the place after which the page begins, $6 rows. */
export const listNotices = `
  SELECT n.created_at::text AS at, jsonb_strip_nulls(jsonb_build_object('id', n.id, 'kind', n.kind, 'at', n.created_at,
    'isRead', NOT (${isNewToReader}),
    'office', CASE WHEN n.to_kind = 'office' THEN jsonb_build_object('id', n.to_id, 'name',
      jsonb_build_object('zh', COALESCE(o.name_zh, n.to_id), 'en', COALESCE(o.name_en, n.to_id))) END,
    'case', CASE WHEN c.id IS NOT NULL THEN jsonb_build_object('id', c.id, 'no', c.case_no, 'title', c.title) END,
    'about', CASE WHEN n.payload ? 'items'
      THEN (${aboutOf}) || jsonb_build_object('items', jsonb_path_query_array(n.payload -> 'items', '$[0 to 4]'))
      ELSE n.payload END)) AS notice
  FROM (SELECT m.* FROM ${ADDRESSEES} a, LATERAL (
      SELECT * FROM notice WHERE tenant = $1 AND to_kind = a.kind AND to_id = a.id AND (created_at, id) < ($4::timestamptz, $5::uuid)
      ORDER BY created_at DESC, id DESC LIMIT $6) m
    ORDER BY m.created_at DESC, m.id DESC LIMIT $6) n
    LEFT JOIN office o ON n.to_kind = 'office' AND o.id = n.to_id
    LEFT JOIN case_file c ON c.id = n.case_id
  ORDER BY n.created_at DESC, n.id DESC`;

export const unreadNotices = `
  SELECT count(*)::int AS unread FROM (SELECT 1 FROM (
      (SELECT 1 FROM notice WHERE tenant = $1 AND to_kind = 'person' AND to_id = $2::text AND read_at IS NULL LIMIT 100)
      UNION ALL
      (SELECT 1 FROM notice n WHERE n.tenant = $1 AND n.to_kind = 'office' AND n.to_id = ANY($3::text[])
        AND ${isNewToReader} LIMIT 100)) u LIMIT 100) counted`;

/** $4 ids, or null for all. */
export const markRead = `
  WITH own AS (
    UPDATE notice SET read_at = business_now()
    WHERE tenant = $1 AND to_kind = 'person' AND to_id = $2::text AND read_at IS NULL
      AND ($4::uuid[] IS NULL OR id = ANY($4::uuid[])))
  INSERT INTO notice_reading (notice_id, user_id, at)
  SELECT n.id, $2::uuid, business_now() FROM notice n
  WHERE n.tenant = $1 AND n.to_kind = 'office' AND n.to_id = ANY($3::text[]) AND ${isNewToReader}
    AND ($4::uuid[] IS NULL OR n.id = ANY($4::uuid[]))
  ON CONFLICT DO NOTHING`;
