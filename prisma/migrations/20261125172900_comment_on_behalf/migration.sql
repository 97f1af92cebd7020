-- 代办: for whom the author of a remark stood in.
ALTER TABLE case_comment ADD COLUMN on_behalf_of uuid;
