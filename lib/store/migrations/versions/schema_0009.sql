-- The settings of a board as version 9 has them; never changed.
CREATE TABLE settings (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  setting TEXT NOT NULL,
  valid_from DATE,
  valid_to DATE,
  value TEXT NOT NULL,
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  CONSTRAINT pk_settings PRIMARY KEY (id),
  CONSTRAINT ck_settings_setting CHECK (setting IN ('verdict-achieved', 'verdict-partly', 'verdict-not-achieved', 'verdict-not-assessable', 'verdict-later', 'near', 'goal-level', 'accessibility-contact', 'accessibility-text')),
  CONSTRAINT ck_settings_valid_from_valid_to CHECK (valid_from <= valid_to),
  CONSTRAINT ck_settings_board_given CHECK (board <> ''),
  CONSTRAINT ck_settings_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_settings_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_settings_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_settings_board ON settings (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_settings_current ON settings (board, setting, coalesce(valid_from, '0001-01-01')) WHERE superseded IS NULL;
