-- The tables of the SQLite file that Datasette, DB Browser, R and pandas open: a row has one key, so that pages link to each other.
CREATE TABLE actors (code TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL);
CREATE TABLE documents (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT, outlet TEXT, published TEXT, author TEXT, url TEXT, language TEXT,
  wires TEXT NOT NULL, text TEXT NOT NULL
);
CREATE TABLE happenings (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, type TEXT NOT NULL, mode TEXT, quad TEXT NOT NULL, score REAL NOT NULL, status TEXT NOT NULL,
  historical INTEGER NOT NULL, date TEXT, day TEXT, standing TEXT NOT NULL, first_reported TEXT, last_reported TEXT,
  articles INTEGER NOT NULL, origins INTEGER NOT NULL, counted INTEGER NOT NULL
);
CREATE TABLE ties (
  happening TEXT NOT NULL REFERENCES happenings(id), actor TEXT REFERENCES actors(code), recipient TEXT REFERENCES actors(code),
  together INTEGER NOT NULL
);
CREATE TABLE events (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL, happening TEXT NOT NULL REFERENCES happenings(id),
  document INTEGER NOT NULL REFERENCES documents(n), type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL, historical INTEGER NOT NULL,
  alleged INTEGER NOT NULL, own_voice INTEGER NOT NULL, date TEXT, place TEXT, country TEXT, latitude REAL, longitude REAL,
  contexts TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL, trigger_words TEXT NOT NULL,
  sentence TEXT NOT NULL, because TEXT NOT NULL
);
CREATE TABLE sides (
  event INTEGER NOT NULL REFERENCES events(n), side TEXT NOT NULL, actor TEXT NOT NULL REFERENCES actors(code), person TEXT, words TEXT
);
CREATE TABLE positions (
  happening TEXT NOT NULL REFERENCES happenings(id), document INTEGER NOT NULL REFERENCES documents(n), stance TEXT NOT NULL,
  actor TEXT REFERENCES actors(code), person TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL, words TEXT NOT NULL
);
