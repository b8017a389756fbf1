-- The bench's coverage question, asked of PostGIS in the atlas' own equal-area plane. Everything happens in one
-- transaction that is rolled back: the database is left as it was.

-- name: plane
INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, proj4text)
VALUES (990001, 'atlas', 990001, $1)
ON CONFLICT (srid) DO NOTHING;

-- name: tables
CREATE TEMPORARY TABLE atlas_lines (id text, uncertainty float8, geom geometry) ON COMMIT DROP;
CREATE TEMPORARY TABLE atlas_communes (id text, people float8, square_meters float8, geom geometry) ON COMMIT DROP;
CREATE TEMPORARY TABLE atlas_areas (id text, collection text, geom geometry) ON COMMIT DROP;
CREATE TEMPORARY TABLE atlas_points (id text, geom geometry) ON COMMIT DROP;

-- name: lines
INSERT INTO atlas_lines
SELECT one ->> 'id', (one ->> 'uncertaintyMeters')::float8,
  ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(one ->> 'geometry'), 4326), 990001)
FROM jsonb_array_elements($1::jsonb) AS one;

-- name: communes
INSERT INTO atlas_communes
SELECT id, people, ST_Area(geom), geom
FROM (
  SELECT one ->> 'id' AS id, coalesce((one -> 'properties' ->> 'population2019')::float8, 0) AS people,
    ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(one ->> 'geometry'), 4326), 990001) AS geom
  FROM jsonb_array_elements($1::jsonb) AS one
) AS read;

-- name: areas
INSERT INTO atlas_areas
SELECT one ->> 'id', one ->> 'collection',
  ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(one ->> 'geometry'), 4326), 990001)
FROM jsonb_array_elements($1::jsonb) AS one;

-- name: points
INSERT INTO atlas_points
SELECT one ->> 'id', ST_Transform(ST_SetSRID(ST_GeomFromGeoJSON(one ->> 'geometry'), 4326), 990001)
FROM jsonb_array_elements($1::jsonb) AS one;

-- name: indexes
CREATE INDEX ON atlas_communes USING gist (geom);
CREATE INDEX ON atlas_areas USING gist (geom);
ANALYZE atlas_communes;
ANALYZE atlas_areas;

-- name: question
-- Land and people within reach at the least, as drawn and at the most (sign -1, 0, 1); areas within reach; points by
-- their distance to the nearest line. Forty edges to a quarter of a circle, as many as the atlas makes.
WITH signs AS (
  SELECT sign FROM (VALUES (-1), (0), (1)) AS listed (sign)
),
reach AS MATERIALIZED (
  SELECT sign, ST_Union(ST_Buffer(geom, $1::float8 + sign * uncertainty, 'quad_segs=40')) AS geom
  FROM signs, atlas_lines
  WHERE $1::float8 + sign * uncertainty > 0
  GROUP BY sign
),
pieces AS MATERIALIZED (
  SELECT sign, people, square_meters, ST_Area(ST_Intersection(commune.geom, reach.geom)) AS covered
  FROM atlas_communes AS commune
  JOIN reach ON ST_Intersects(commune.geom, reach.geom)
),
land AS (
  SELECT sign, sum(covered) / 10000 AS hectares, sum(people * covered / square_meters) AS people
  FROM pieces
  GROUP BY sign
),
areas AS (
  SELECT sign, sum(ST_Area(ST_Intersection(area.geom, reach.geom))) / 10000 AS area_hectares
  FROM atlas_areas AS area
  JOIN reach ON ST_Intersects(area.geom, reach.geom)
  GROUP BY sign
),
points AS (
  SELECT count(*) FILTER (WHERE distance <= $1::float8) AS points_inside
  FROM (
    SELECT point.id, min(ST_Distance(point.geom, line.geom)) AS distance
    FROM atlas_points AS point, atlas_lines AS line
    GROUP BY point.id
  ) AS nearest
)
SELECT land.sign, hectares, people, area_hectares, points_inside::int
FROM land LEFT JOIN areas USING (sign), points
ORDER BY land.sign;
