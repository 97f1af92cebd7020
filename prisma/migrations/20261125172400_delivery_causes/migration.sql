-- Why a delivery failed, as far as it is a known cause: the words beside it are those of the machine that was asked.
ALTER TABLE notice_message ADD COLUMN failure_cause text;
ALTER TABLE unified_todo ADD COLUMN failure_cause text;
