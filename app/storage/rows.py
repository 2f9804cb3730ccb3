"""The derived tables: what the log says, laid out for questions. Each can be dropped and rebuilt (4.2, 7.1)."""

from __future__ import annotations

WORD_LIST = "search_word"
"""The words of the search, one after another: a view of it that holds nothing itself."""

TABLES = ("entry", "link", "search", "party", "person", "contact", "agreement", "item", "report", "snooze")

PROJECTION_DDL: tuple[str, ...] = (
    # One line an entry: when it happened decides the order (D18). `body` stands only where a correction changed it.
    # Talk: `mine` is 1 for a contact of mine (C1), 0 for a message of theirs (C4), else NULL; `quiet` was marked so
    # that it neither waits nor counts; `whom` it went to, or who wrote (NULL: the contact at that instant).
    """
    CREATE TABLE entry (
        seq INTEGER PRIMARY KEY,
        client INTEGER NOT NULL,
        kind TEXT NOT NULL,
        happened INTEGER NOT NULL,
        recorded INTEGER NOT NULL,
        item INTEGER,
        mine INTEGER,
        quiet INTEGER NOT NULL,
        whom INTEGER,
        channel TEXT,
        struck INTEGER,
        corrected TEXT,
        body TEXT,
        source TEXT
    ) STRICT
    """,
    "CREATE INDEX entry_time ON entry (client, happened, seq)",
    "CREATE INDEX entry_talk ON entry (client, mine, happened, seq, quiet, whom, channel) WHERE mine IS NOT NULL",
    "CREATE INDEX entry_item ON entry (item, seq) WHERE item IS NOT NULL",
    "CREATE INDEX entry_source ON entry (client, source) WHERE source IS NOT NULL",
    "CREATE INDEX entry_kind ON entry (kind, client, seq) WHERE kind NOT IN ('message.sent', 'message.received')",
    "CREATE INDEX entry_turn ON entry (kind, happened)"
    " WHERE kind IN ('payment.noted', 'stage.started', 'feedback.given')",
    # Which entries name which: of (corrections, marks), about, message, item, person.
    """
    CREATE TABLE link (
        target INTEGER NOT NULL,
        how TEXT NOT NULL,
        seq INTEGER NOT NULL,
        PRIMARY KEY (target, how, seq)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX link_from ON link (seq, how)",
    # Words, newest first by rowid: -((happened << 28) | seq). `tags` carries the client and the kind as tokens.
    """
    CREATE VIRTUAL TABLE search USING fts5 (
        words, tags, content = '', contentless_delete = 1, prefix = '1 2 3',
        tokenize = "unicode61 remove_diacritics 2 tokenchars '_'"
    )
    """,
    "CREATE VIRTUAL TABLE search_word USING fts5vocab('search', 'instance')",
    # The owner (number 0) and the clients, as their entries leave them.
    """
    CREATE TABLE party (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        folded TEXT NOT NULL,
        state TEXT NOT NULL,
        facts TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE person (
        number INTEGER PRIMARY KEY,
        client INTEGER NOT NULL,
        folded TEXT NOT NULL,
        facts TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX person_client ON person (client, number)",
    """
    CREATE TABLE contact (
        entry INTEGER PRIMARY KEY,
        client INTEGER NOT NULL,
        person INTEGER NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER,
        CHECK (until IS NULL OR until > since)
    ) STRICT
    """,
    "CREATE INDEX contact_client ON contact (client, since)",
    # D6: at every instant at most one contact; the database itself refuses a second one.
    """
    CREATE TRIGGER contact_alone BEFORE INSERT ON contact
    WHEN EXISTS (
        SELECT 1 FROM contact AS other
        WHERE other.client = NEW.client
            AND (NEW.until IS NULL OR other.since < NEW.until)
            AND (other.until IS NULL OR other.until > NEW.since))
    BEGIN SELECT RAISE(ABORT, 'one contact at a time'); END
    """,
    """
    CREATE TABLE agreement (
        entry INTEGER PRIMARY KEY,
        client INTEGER NOT NULL,
        facts TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX agreement_client ON agreement (client, entry)",
    # `open`: 0 done, 1 open, 2 said and only waiting for the client's nod; that matters for a while after `stirred`.
    """
    CREATE TABLE item (
        number INTEGER PRIMARY KEY,
        client INTEGER NOT NULL,
        sort TEXT NOT NULL,
        open INTEGER NOT NULL,
        stirred INTEGER NOT NULL,
        begun INTEGER NOT NULL,
        held INTEGER,
        facts TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX item_open ON item (open, stirred) WHERE open > 0",
    "CREATE INDEX item_open_client ON item (client, open, stirred) WHERE open > 0",
    "CREATE INDEX item_begun ON item (client, sort, begun)",
    "CREATE INDEX item_held ON item (client, held) WHERE held IS NOT NULL",
    "CREATE INDEX item_final ON item (client, held) WHERE facts ->> 'purpose' = 'final'",
    """
    CREATE TABLE report (
        entry INTEGER PRIMARY KEY,
        client INTEGER NOT NULL,
        sort TEXT NOT NULL,
        period TEXT NOT NULL,
        happened INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX report_client ON report (client, sort, period)",
    """
    CREATE TABLE snooze (
        entry INTEGER PRIMARY KEY,
        client INTEGER NOT NULL,
        key TEXT NOT NULL,
        made INTEGER NOT NULL,
        until INTEGER,
        reason TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX snooze_client ON snooze (client, key)",
)
