-- The table that version 14 brought, and the one that it changed; never changed.
CREATE TABLE actions (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  action TEXT NOT NULL,
  goal TEXT NOT NULL,
  text TEXT NOT NULL,
  responsible TEXT NOT NULL,
  unit TEXT NOT NULL,
  begun DATE,
  due DATE,
  state TEXT NOT NULL,
  ended DATE,
  meeting TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  decision TEXT NOT NULL,
  indicator TEXT NOT NULL,
  effect TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_actions PRIMARY KEY (id),
  CONSTRAINT ck_actions_state CHECK (state IN ('planned', 'ongoing', 'done', 'stopped')),
  CONSTRAINT ck_actions_begun_ended CHECK (begun <= ended),
  CONSTRAINT ck_actions_ended CHECK ((ended IS NULL) = (state IN ('planned', 'ongoing'))),
  CONSTRAINT ck_actions_board_given CHECK (board <> ''),
  CONSTRAINT ck_actions_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_actions_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_actions_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_actions_board ON actions (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_actions_current ON actions (board, action) WHERE superseded IS NULL;
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
  CONSTRAINT ck_meeting_texts_part CHECK (part IN ('reference', 'officer', 'recipient', 'proposal', 'summary', 'children', 'equality', 'economy', 'basis', 'comment', 'risk', 'action', 'responsible', 'due')),
  CONSTRAINT ck_meeting_texts_board_given CHECK (board <> ''),
  CONSTRAINT ck_meeting_texts_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_meeting_texts_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_meeting_texts_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_meeting_texts_board ON meeting_texts (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_meeting_texts_current ON meeting_texts (board, meeting, part, goal) WHERE superseded IS NULL;
