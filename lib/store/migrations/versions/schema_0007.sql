-- The tables of version 7, the first that Alembic knows; never changed. Types as SQLite has them.
CREATE TABLE batches (
  id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  who VARCHAR NOT NULL,
  at DATETIME NOT NULL,
  file VARCHAR NOT NULL,
  hash VARCHAR NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_batches PRIMARY KEY (id),
  CONSTRAINT ck_batches_kind CHECK (kind IN ('seed', 'import', 'edit', 'undo'))
);
CREATE TABLE absence (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  unit TEXT NOT NULL,
  period_start DATE NOT NULL,
  period_end DATE NOT NULL,
  gender TEXT NOT NULL,
  age TEXT NOT NULL,
  sick_1_14 DOUBLE,
  sick_15_59 DOUBLE,
  sick_60 DOUBLE,
  ordinary DOUBLE,
  employees INTEGER,
  status TEXT NOT NULL,
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  CONSTRAINT pk_absence PRIMARY KEY (id),
  CONSTRAINT ck_absence_gender CHECK (gender IN ('T', 'K', 'M')),
  CONSTRAINT ck_absence_age CHECK (age IN ('', '-29', '30-49', '50-')),
  CONSTRAINT ck_absence_status CHECK (status IN ('normal', 'preliminary', 'missing')),
  CONSTRAINT ck_absence_period_start_period_end CHECK (period_start <= period_end),
  CONSTRAINT ck_absence_sick CHECK (sick_1_14 >= 0 AND sick_15_59 >= 0 AND sick_60 >= 0),
  CONSTRAINT ck_absence_sick_ordinary CHECK (sick_1_14 + sick_15_59 + sick_60 <= ordinary),
  CONSTRAINT ck_absence_employees CHECK (employees > 0),
  CONSTRAINT ck_absence_hours_or_missing CHECK (status = 'missing' OR (ordinary IS NOT NULL AND sick_1_14 IS NOT NULL AND sick_15_59 IS NOT NULL AND sick_60 IS NOT NULL)),
  CONSTRAINT ck_absence_board_given CHECK (board <> ''),
  CONSTRAINT ck_absence_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_absence_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_absence_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_absence_board ON absence (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_absence_current ON absence (board, unit, period_start, period_end, gender, age) WHERE superseded IS NULL;
CREATE TABLE absence_published (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  board VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  month DATE NOT NULL,
  part VARCHAR NOT NULL,
  sick DOUBLE,
  ordinary DOUBLE,
  employees INTEGER,
  hole VARCHAR NOT NULL,
  preliminary BOOLEAN NOT NULL,
  CONSTRAINT pk_absence_published PRIMARY KEY (id),
  CONSTRAINT fk_absence_published_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_absence_published_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_absence_published_month ON absence_published (board, part, month);
CREATE INDEX ix_absence_published_unit ON absence_published (board, unit, superseded);
CREATE TABLE agenda_items (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  meeting TEXT NOT NULL,
  item TEXT NOT NULL,
  "order" INTEGER NOT NULL,
  address TEXT NOT NULL,
  heading TEXT NOT NULL,
  notes TEXT NOT NULL,
  CONSTRAINT pk_agenda_items PRIMARY KEY (id),
  CONSTRAINT ck_agenda_items_board_given CHECK (board <> ''),
  CONSTRAINT ck_agenda_items_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_agenda_items_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_agenda_items_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_agenda_items_board ON agenda_items (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_agenda_items_current ON agenda_items (board, meeting, item) WHERE superseded IS NULL;
CREATE TABLE areas (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  area TEXT NOT NULL,
  name TEXT NOT NULL,
  "order" INTEGER NOT NULL,
  CONSTRAINT pk_areas PRIMARY KEY (id),
  CONSTRAINT ck_areas_board_given CHECK (board <> ''),
  CONSTRAINT ck_areas_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_areas_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_areas_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_areas_board ON areas (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_areas_current ON areas (board, area) WHERE superseded IS NULL;
CREATE TABLE assessments (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  goal TEXT NOT NULL,
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL,
  aspect TEXT NOT NULL,
  period_start DATE NOT NULL,
  period_end DATE NOT NULL,
  stage TEXT NOT NULL,
  verdict TEXT NOT NULL,
  comment TEXT NOT NULL,
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  CONSTRAINT pk_assessments PRIMARY KEY (id),
  CONSTRAINT ck_assessments_stage CHECK (stage IN ('forecast', 'final')),
  CONSTRAINT ck_assessments_verdict CHECK (verdict IN ('achieved', 'partly', 'not_achieved', 'not_assessable', 'later')),
  CONSTRAINT ck_assessments_period_start_period_end CHECK (period_start <= period_end),
  CONSTRAINT ck_assessments_board_given CHECK (board <> ''),
  CONSTRAINT ck_assessments_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_assessments_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_assessments_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_assessments_board ON assessments (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_assessments_current ON assessments (board, goal, indicator, unit, aspect, period_start, period_end, stage) WHERE superseded IS NULL;
CREATE TABLE board_batches (
  board VARCHAR NOT NULL,
  batch INTEGER NOT NULL,
  scope VARCHAR NOT NULL,
  CONSTRAINT pk_board_batches PRIMARY KEY (board, batch),
  CONSTRAINT fk_board_batches_batch FOREIGN KEY(batch) REFERENCES batches (id)
);
CREATE TABLE boards (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  municipality TEXT NOT NULL,
  municipality_code TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_boards PRIMARY KEY (id),
  CONSTRAINT ck_boards_board_given CHECK (board <> ''),
  CONSTRAINT ck_boards_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_boards_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_boards_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_boards_board ON boards (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_boards_current ON boards (board) WHERE superseded IS NULL;
CREATE TABLE erasures (
  hash VARCHAR NOT NULL,
  who VARCHAR NOT NULL,
  at DATETIME NOT NULL,
  CONSTRAINT pk_erasures PRIMARY KEY (hash)
);
CREATE TABLE events (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  event TEXT NOT NULL,
  date DATE NOT NULL,
  text TEXT NOT NULL,
  area TEXT NOT NULL,
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL,
  breaks_series BOOLEAN NOT NULL,
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  CONSTRAINT pk_events PRIMARY KEY (id),
  CONSTRAINT ck_events_board_given CHECK (board <> ''),
  CONSTRAINT ck_events_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_events_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_events_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_events_board ON events (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_events_current ON events (board, event) WHERE superseded IS NULL;
CREATE TABLE files (
  hash VARCHAR NOT NULL,
  content BLOB NOT NULL,
  CONSTRAINT pk_files PRIMARY KEY (hash)
);
CREATE TABLE goal_indicators (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  goal TEXT NOT NULL,
  indicator TEXT NOT NULL,
  judges TEXT NOT NULL,
  unit TEXT NOT NULL,
  gender TEXT NOT NULL,
  gap DOUBLE,
  CONSTRAINT pk_goal_indicators PRIMARY KEY (id),
  CONSTRAINT ck_goal_indicators_judges CHECK (judges IN ('', 'gap', 'nothing')),
  CONSTRAINT ck_goal_indicators_gender CHECK (gender IN ('', 'T', 'K', 'M')),
  CONSTRAINT ck_goal_indicators_gap CHECK (gap >= 0),
  CONSTRAINT ck_goal_indicators_board_given CHECK (board <> ''),
  CONSTRAINT ck_goal_indicators_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_goal_indicators_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_goal_indicators_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_goal_indicators_board ON goal_indicators (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_goal_indicators_current ON goal_indicators (board, goal, indicator) WHERE superseded IS NULL;
CREATE TABLE goals (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  goal TEXT NOT NULL,
  number TEXT NOT NULL,
  parent TEXT NOT NULL,
  area TEXT NOT NULL,
  unit TEXT NOT NULL,
  level TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  responsible TEXT NOT NULL,
  follow_up TEXT NOT NULL,
  valid_from DATE,
  valid_to DATE,
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  CONSTRAINT pk_goals PRIMARY KEY (id),
  CONSTRAINT ck_goals_valid_from_valid_to CHECK (valid_from <= valid_to),
  CONSTRAINT ck_goals_board_given CHECK (board <> ''),
  CONSTRAINT ck_goals_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_goals_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_goals_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_goals_board ON goals (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_goals_current ON goals (board, goal) WHERE superseded IS NULL;
CREATE TABLE indicators (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  indicator TEXT NOT NULL,
  area TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  unit_of_measure TEXT NOT NULL,
  decimals INTEGER NOT NULL,
  better TEXT NOT NULL,
  statistic TEXT NOT NULL,
  frequency TEXT NOT NULL,
  accumulates BOOLEAN,
  divided_by_gender BOOLEAN NOT NULL,
  about_children BOOLEAN,
  kolada TEXT NOT NULL,
  minimum_group INTEGER NOT NULL,
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  CONSTRAINT pk_indicators PRIMARY KEY (id),
  CONSTRAINT ck_indicators_better CHECK (better IN ('higher', 'lower', 'none', 'range')),
  CONSTRAINT ck_indicators_statistic CHECK (statistic IN ('share', 'mean', 'median', 'count', 'sum', 'index', 'ratio')),
  CONSTRAINT ck_indicators_frequency CHECK (frequency IN ('month', 'quarter', 'tertial', 'year', 'irregular')),
  CONSTRAINT ck_indicators_decimals CHECK (decimals >= 0),
  CONSTRAINT ck_indicators_minimum_group CHECK (minimum_group >= 0),
  CONSTRAINT ck_indicators_board_given CHECK (board <> ''),
  CONSTRAINT ck_indicators_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_indicators_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_indicators_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_indicators_board ON indicators (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_indicators_current ON indicators (board, indicator) WHERE superseded IS NULL;
CREATE TABLE mappings (
  batch INTEGER NOT NULL,
  board VARCHAR NOT NULL,
  signature VARCHAR NOT NULL,
  mapping TEXT NOT NULL,
  CONSTRAINT pk_mappings PRIMARY KEY (batch, board, signature),
  CONSTRAINT fk_mappings_batch FOREIGN KEY(batch) REFERENCES batches (id)
);
CREATE INDEX ix_mappings_board ON mappings (board, batch);
CREATE TABLE meetings (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  meeting TEXT NOT NULL,
  date DATE NOT NULL,
  title TEXT NOT NULL,
  frozen DATE,
  note TEXT NOT NULL,
  CONSTRAINT pk_meetings PRIMARY KEY (id),
  CONSTRAINT ck_meetings_board_given CHECK (board <> ''),
  CONSTRAINT ck_meetings_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_meetings_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_meetings_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_meetings_board ON meetings (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_meetings_current ON meetings (board, meeting) WHERE superseded IS NULL;
CREATE TABLE observations (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL,
  gender TEXT NOT NULL,
  period_start DATE NOT NULL,
  period_end DATE NOT NULL,
  kind TEXT NOT NULL,
  value DOUBLE,
  lower DOUBLE,
  upper DOUBLE,
  qualifier TEXT NOT NULL,
  count INTEGER,
  status TEXT NOT NULL,
  change TEXT NOT NULL,
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  CONSTRAINT pk_observations PRIMARY KEY (id),
  CONSTRAINT ck_observations_gender CHECK (gender IN ('T', 'K', 'M')),
  CONSTRAINT ck_observations_kind CHECK (kind IN ('outcome', 'forecast', 'budget', 'plan')),
  CONSTRAINT ck_observations_qualifier CHECK (qualifier IN ('=', '<', '>', '~')),
  CONSTRAINT ck_observations_status CHECK (status IN ('normal', 'preliminary', 'missing', 'not_applicable', 'confidential')),
  CONSTRAINT ck_observations_change CHECK (change IN ('', 'higher', 'lower', 'unchanged')),
  CONSTRAINT ck_observations_period_start_period_end CHECK (period_start <= period_end),
  CONSTRAINT ck_observations_lower_upper CHECK (lower <= upper),
  CONSTRAINT ck_observations_count CHECK (count >= 0),
  CONSTRAINT ck_observations_figure_or_reason CHECK (value IS NOT NULL OR (lower IS NOT NULL AND upper IS NOT NULL) OR status IN ('missing', 'not_applicable', 'confidential')),
  CONSTRAINT ck_observations_change_without_figure CHECK (change = '' OR (status = 'missing' AND value IS NULL AND lower IS NULL AND upper IS NULL)),
  CONSTRAINT ck_observations_board_given CHECK (board <> ''),
  CONSTRAINT ck_observations_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_observations_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_observations_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_observations_board ON observations (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_observations_current ON observations (board, indicator, unit, gender, period_start, period_end, kind) WHERE superseded IS NULL;
CREATE TABLE questions (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  meeting TEXT NOT NULL,
  question TEXT NOT NULL,
  address TEXT NOT NULL,
  text TEXT NOT NULL,
  asked DATE NOT NULL,
  answer TEXT NOT NULL,
  decision TEXT NOT NULL,
  CONSTRAINT pk_questions PRIMARY KEY (id),
  CONSTRAINT ck_questions_board_given CHECK (board <> ''),
  CONSTRAINT ck_questions_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_questions_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_questions_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_questions_board ON questions (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_questions_current ON questions (board, meeting, question) WHERE superseded IS NULL;
CREATE TABLE receipts (
  batch INTEGER NOT NULL,
  board VARCHAR NOT NULL,
  unchanged INTEGER NOT NULL,
  left_out INTEGER NOT NULL,
  undoes INTEGER,
  CONSTRAINT pk_receipts PRIMARY KEY (batch),
  CONSTRAINT fk_receipts_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_receipts_undoes FOREIGN KEY(undoes) REFERENCES batches (id)
);
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
  CONSTRAINT ck_settings_setting CHECK (setting IN ('verdict-achieved', 'verdict-partly', 'verdict-not-achieved', 'verdict-not-assessable', 'verdict-later', 'near', 'goal-level')),
  CONSTRAINT ck_settings_valid_from_valid_to CHECK (valid_from <= valid_to),
  CONSTRAINT ck_settings_board_given CHECK (board <> ''),
  CONSTRAINT ck_settings_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_settings_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_settings_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_settings_board ON settings (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_settings_current ON settings (board, setting, coalesce(valid_from, '0001-01-01')) WHERE superseded IS NULL;
CREATE TABLE sources (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  source TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  date DATE,
  reference TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_sources PRIMARY KEY (id),
  CONSTRAINT ck_sources_board_given CHECK (board <> ''),
  CONSTRAINT ck_sources_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_sources_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_sources_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_sources_board ON sources (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_sources_current ON sources (board, source) WHERE superseded IS NULL;
CREATE TABLE store_settings (
  name VARCHAR NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_store_settings PRIMARY KEY (name)
);
CREATE TABLE successions (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  unit TEXT NOT NULL,
  successor TEXT NOT NULL,
  date DATE NOT NULL,
  kind TEXT NOT NULL,
  note TEXT NOT NULL,
  CONSTRAINT pk_successions PRIMARY KEY (id),
  CONSTRAINT ck_successions_kind CHECK (kind IN ('merge', 'split')),
  CONSTRAINT ck_successions_board_given CHECK (board <> ''),
  CONSTRAINT ck_successions_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_successions_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_successions_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_successions_board ON successions (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_successions_current ON successions (board, unit, successor, date) WHERE superseded IS NULL;
CREATE TABLE targets (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  indicator TEXT NOT NULL,
  unit TEXT NOT NULL,
  gender TEXT NOT NULL,
  valid_from DATE,
  valid_to DATE,
  rule TEXT NOT NULL,
  value DOUBLE,
  upper DOUBLE,
  near DOUBLE,
  baseline_start DATE,
  baseline_end DATE,
  note TEXT NOT NULL,
  source TEXT NOT NULL,
  locator TEXT NOT NULL,
  CONSTRAINT pk_targets PRIMARY KEY (id),
  CONSTRAINT ck_targets_gender CHECK (gender IN ('T', 'K', 'M')),
  CONSTRAINT ck_targets_rule CHECK (rule IN ('at_least', 'more_than', 'at_most', 'less_than', 'between', 'equal', 'increase', 'decrease', 'not_above', 'not_below', 'done')),
  CONSTRAINT ck_targets_valid_from_valid_to CHECK (valid_from <= valid_to),
  CONSTRAINT ck_targets_value_upper CHECK (value <= upper),
  CONSTRAINT ck_targets_baseline_start_baseline_end CHECK (baseline_start <= baseline_end),
  CONSTRAINT ck_targets_near CHECK (near >= 0),
  CONSTRAINT ck_targets_between CHECK (rule <> 'between' OR (value IS NOT NULL AND upper IS NOT NULL)),
  CONSTRAINT ck_targets_board_given CHECK (board <> ''),
  CONSTRAINT ck_targets_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_targets_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_targets_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_targets_board ON targets (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_targets_current ON targets (board, indicator, unit, gender, coalesce(valid_from, '0001-01-01')) WHERE superseded IS NULL;
CREATE TABLE units (
  id INTEGER NOT NULL,
  batch INTEGER NOT NULL,
  superseded INTEGER,
  place INTEGER NOT NULL,
  board TEXT NOT NULL,
  unit TEXT NOT NULL,
  parent TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  valid_from DATE,
  valid_to DATE,
  CONSTRAINT pk_units PRIMARY KEY (id),
  CONSTRAINT ck_units_kind CHECK (kind IN ('administration', 'area', 'department', 'section', 'unit', 'municipality', 'comparison')),
  CONSTRAINT ck_units_valid_from_valid_to CHECK (valid_from <= valid_to),
  CONSTRAINT ck_units_board_given CHECK (board <> ''),
  CONSTRAINT ck_units_superseded_later CHECK (superseded IS NULL OR superseded > batch),
  CONSTRAINT fk_units_batch FOREIGN KEY(batch) REFERENCES batches (id),
  CONSTRAINT fk_units_superseded FOREIGN KEY(superseded) REFERENCES batches (id)
);
CREATE INDEX ix_units_board ON units (board, superseded, batch, place);
CREATE UNIQUE INDEX uq_units_current ON units (board, unit, coalesce(valid_from, '0001-01-01')) WHERE superseded IS NULL;
