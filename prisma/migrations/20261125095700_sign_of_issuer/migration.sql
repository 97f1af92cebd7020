-- 发文机关代字: what begins the numbers of papers issued in a district. The pack brings it.
ALTER TABLE district ADD COLUMN sign text;
