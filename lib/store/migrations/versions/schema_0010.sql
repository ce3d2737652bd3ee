-- The tables of people and presentations as version 10 has them; never changed.
CREATE TABLE sign_ins (
  token VARCHAR NOT NULL,
  identity VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  groups TEXT NOT NULL,
  proof TEXT NOT NULL,
  until DATETIME NOT NULL,
  CONSTRAINT pk_sign_ins PRIMARY KEY (token)
);
CREATE TABLE given_roles (
  id INTEGER NOT NULL,
  identity VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  board VARCHAR NOT NULL,
  unit VARCHAR NOT NULL,
  given_by VARCHAR NOT NULL,
  given_at DATETIME NOT NULL,
  taken_by VARCHAR NOT NULL,
  taken_at DATETIME,
  CONSTRAINT pk_given_roles PRIMARY KEY (id)
);
CREATE INDEX ix_given_roles_identity ON given_roles (identity);
CREATE TABLE audit (
  id INTEGER NOT NULL,
  at DATETIME NOT NULL,
  who VARCHAR NOT NULL,
  act VARCHAR NOT NULL,
  board VARCHAR NOT NULL,
  about TEXT NOT NULL,
  CONSTRAINT pk_audit PRIMARY KEY (id)
);
CREATE INDEX ix_audit_board ON audit (board, id);
CREATE TABLE presentations (
  code VARCHAR NOT NULL,
  salt VARCHAR NOT NULL,
  board VARCHAR NOT NULL,
  meeting VARCHAR NOT NULL,
  language VARCHAR NOT NULL,
  begun DATETIME NOT NULL,
  seen DATETIME NOT NULL,
  is_over BOOLEAN NOT NULL,
  slide INTEGER NOT NULL,
  black BOOLEAN NOT NULL,
  "by" VARCHAR NOT NULL,
  at BIGINT NOT NULL,
  agenda VARCHAR NOT NULL,
  questions INTEGER NOT NULL,
  edits INTEGER NOT NULL,
  change INTEGER NOT NULL,
  CONSTRAINT pk_presentations PRIMARY KEY (code)
);
CREATE TABLE presentation_windows (
  code VARCHAR NOT NULL,
  server VARCHAR NOT NULL,
  presenting INTEGER NOT NULL,
  following INTEGER NOT NULL,
  seen DATETIME NOT NULL,
  CONSTRAINT pk_presentation_windows PRIMARY KEY (code, server)
);
