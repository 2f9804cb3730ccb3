"""The only room where SQLAlchemy is spoken: tables, questions, search, backups."""
