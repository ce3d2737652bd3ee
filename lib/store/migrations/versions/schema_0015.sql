-- The table that version 15 brought; never changed.
CREATE TABLE comparisons (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  "group" TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_comparisons PRIMARY KEY (id),
  CONSTRAINT ck_comparisons_kind CHECK (kind IN ('similar', 'county', 'chosen', 'country')),
  CONSTRAINT ck_comparisons_board_given CHECK (board <> ''),
  CONSTRAINT ck_comparisons_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_comparisons_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_comparisons_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_comparisons_board ON comparisons (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_comparisons_current ON comparisons (board, "group", unit) WHERE superseded IS NULL;
