-- The tables of presentations as version 13 has them; never changed.
CREATE TABLE presentations (
  code VARCHAR NOT NULL,
  board VARCHAR NOT NULL,
  meeting VARCHAR NOT NULL,
  language VARCHAR NOT NULL,
  begun BIGINT NOT NULL,
  slide INTEGER NOT NULL,
  black BOOLEAN NOT NULL,
  "by" VARCHAR NOT NULL,
  at BIGINT NOT NULL,
  agenda VARCHAR NOT NULL,
  questions INTEGER NOT NULL,
  edits INTEGER NOT NULL,
  CONSTRAINT pk_presentations PRIMARY KEY (code)
);
CREATE TABLE presentation_windows (
  code VARCHAR NOT NULL,
  server VARCHAR NOT NULL,
  presenting INTEGER NOT NULL,
  following INTEGER NOT NULL,
  beat BIGINT NOT NULL,
  CONSTRAINT pk_presentation_windows PRIMARY KEY (code, server)
);
