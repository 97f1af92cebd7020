-- A clock is written once when its limit runs out; with room on its page no index hears of it.
ALTER TABLE clock SET (fillfactor = 85);
