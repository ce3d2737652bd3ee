-- The table that version 8 brought; never changed.
CREATE TABLE meeting_texts (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  meeting TEXT NOT NULL,
  part TEXT NOT NULL,
  goal TEXT NOT NULL,
  text TEXT NOT NULL,
  CONSTRAINT pk_meeting_texts PRIMARY KEY (id),
  CONSTRAINT ck_meeting_texts_part CHECK (part IN ('reference', 'officer', 'recipient', 'proposal', 'summary', 'children', 'equality', 'economy', 'basis', 'comment', 'action', 'responsible', 'due')),
  CONSTRAINT ck_meeting_texts_board_given CHECK (board <> ''),
  CONSTRAINT ck_meeting_texts_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_meeting_texts_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_meeting_texts_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_meeting_texts_board ON meeting_texts (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_meeting_texts_current ON meeting_texts (board, meeting, part, goal) WHERE superseded IS NULL;
